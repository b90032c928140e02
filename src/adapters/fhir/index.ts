export { readFhir, readFhirStream } from './read.js';
export type { FhirFile, FhirStream } from './read.js';
export type { Unread } from './facts.js';
export type { FhirMapping, Score, WholeList } from './mapping.js';
export type { ServiceFinder } from './history.js';
export type { OnFile } from './codes.js';
export type { FoundIn, FoundRecord, Problem } from '../../facts/found.js';
