export { readX12Claims, readX12ClaimsStream } from './claims.js';
export { cancelReversals } from './reversals.js';
export { explainDenials } from './explain-denials.js';
export { readX12Remittances, readX12RemittancesStream } from './remittances.js';

export type { FoundRecord, Problem } from '../../facts/found.js';
export type { X12Claim } from './claim.js';
export type {
  CheckedX12Claim,
  DenialsExplained,
  ExplainedDenial,
  Forecast,
  ForecastSum,
} from './explain-denials.js';
export type { X12LineFacts } from './line.js';
export type { X12Mapping } from './mapping.js';
export type { X12Payment } from './payments.js';
export type { X12Stream } from './reading.js';
export type { X12Adjustment } from './remittance.js';
export type { X12Answer, X12AnsweredLine, X12RemittanceOptions, X12Remitted } from './remittances.js';
