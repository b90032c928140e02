import type { Document, Source } from './document.js';
import * as peerSupport from './mo/peer-support.js';
import * as professionalPsr from './mo/professional-psr.js';
import * as psrImr from './mo/psr-imr.js';
import * as imr from './mt/imr.js';
import * as prs from './sc/prs/prs.js';
import { frozen } from '../values/frozen.js';
import type { Service } from './service.js';

/** The shipped definitions, in order. */
export const services: readonly Service[] = /* @__PURE__ */ frozen([
  psrImr.H2017TG,
  professionalPsr.H2017HO,
  professionalPsr.H2017HOHQ,
  peerSupport.peerSupport,
  imr.imr,
  prs.prs,
]);

/** The documents that they encode. These are lists of their own, as a bundle that only judges leaves the texts out. */
export const documents: readonly Document[] = [psrImr, professionalPsr, peerSupport, imr, prs];

/** Every document that a shipped definition encodes. */
export const sources: readonly Source[] = /* @__PURE__ */ frozen([
  psrImr.source,
  professionalPsr.source,
  peerSupport.source,
  imr.source,
  prs.source,
]);
