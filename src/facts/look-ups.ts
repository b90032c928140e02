import * as z from './zod.js';
import type { CivilDate } from '../values/civil-date.js';
import { civilDate, fact, quantity, text } from './scalars.js';
import { fundingSchema } from './scalars.js';
import type { Funding } from './generated/codes.js';

/** A code to look up, as written on a claim; code and modifiers may be run together (`'H2017HOHQ'`). */
export interface CodeQuery {
  /** Whose rules apply, such as `'MO'`. */
  readonly jurisdiction: string;
  readonly procedureCode: string;
  readonly modifiers?: readonly string[] | null | undefined;
  /** The date of service. */
  readonly on: CivilDate;
}

export const codeQuerySchema = z.strictObject({
  jurisdiction: text,
  procedureCode: text,
  modifiers: fact(z.array(text)),
  on: civilDate,
});

/** Units to price. */
export interface PriceQuery {
  readonly units: number;
  /** The date of service. */
  readonly on: CivilDate;
  /** Who pays; Medicaid, if left out. */
  readonly funding?: Funding | null | undefined;
}

export const priceQuerySchema = z.strictObject({
  units: quantity,
  on: civilDate,
  funding: fact(fundingSchema),
});
