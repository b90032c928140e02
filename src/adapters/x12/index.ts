export { readX12Claims, readX12ClaimsStream } from './claims.js';

export type { FoundRecord, Problem } from '../reader.js';
export type { X12Claim } from './claim.js';
export type { X12LineFacts } from './line.js';
export type { X12Mapping } from './mapping.js';
export type { X12Stream } from './reading.js';
