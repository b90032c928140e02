import {
  montanaPolicy410,
  peerSupportBulletin,
  professionalPsrSheet,
  prsPolicy,
  psrImrLetter,
  type Source,
} from '../sources.js';
import type { Clause } from './clause.js';
import { peerSupportClauses } from './mo-peer-support.js';
import { professionalPsrClauses } from './mo-professional-psr.js';
import { psrImrClauses } from './mo-psr-imr.js';
import { imrClauses } from './mt-imr.js';
import { prsClauses } from './sc-prs.js';

/** Every clause of every document, in the order of its text. */
export const documents: readonly { readonly source: Source; readonly clauses: readonly Clause[] }[] = [
  { source: psrImrLetter, clauses: psrImrClauses },
  { source: professionalPsrSheet, clauses: professionalPsrClauses },
  { source: peerSupportBulletin, clauses: peerSupportClauses },
  { source: montanaPolicy410, clauses: imrClauses },
  { source: prsPolicy, clauses: prsClauses },
];
