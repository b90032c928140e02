import { H2017TG } from './mo-h2017tg.js';
import { peerSupport } from './mo-peer-support.js';
import { H2017HO, H2017HOHQ } from './mo-professional-psr.js';
import { imr } from './mt-imr.js';
import { prs } from './sc-prs.js';
import type { Service } from './service.js';

/** The shipped definitions, in order. */
export const services: readonly Service[] = [H2017TG, H2017HO, H2017HOHQ, peerSupport, imr, prs];
