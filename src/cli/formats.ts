import { formats as formatsOfReports, type Format } from '../reports/index.js';
import { xlsx } from './output/xlsx.js';

/** A format that the command writes: text, or bytes that a library makes of it. */
export type CommandFormat = Format<string | Promise<Uint8Array>>;

/** All formats of the command, in the order in which help lists them. */
export const formats: readonly CommandFormat[] = [...formatsOfReports, xlsx];
