import { peerSupport } from './mo-peer-support.js';
import type { Service } from './service.js';

/** The shipped definitions, in order. */
export const services: readonly Service[] = [peerSupport];
