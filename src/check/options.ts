import * as z from '../facts/zod.js';
import { historySchema, memberHistorySchema } from '../facts/prior-use.js';
import type { PriorUse } from '../facts/generated/types.js';
import { civilDate, clockTime, endTime, key, money, text, wholeNumber } from '../facts/scalars.js';
import { readingsInputSchema, type ReadingsInput } from '../readings/generated.js';
import type { CivilDate } from '../values/civil-date.js';

/**
 * What a caller may say about a check, beside the session or the claim.
 *
 * @example
 * const options: CheckOptions = {
 *   history: [],
 *   asOf: '2025-04-01',
 *   readings: { rounding: 'midpoint' },
 *   missingFacts: 'report',
 * };
 */
export interface CheckOptions {
  /** Units already billed. Left out: not known, and so are the unit limits. Empty: nothing else was billed. */
  readonly history?: readonly PriorUse[] | null | undefined;
  /**
   * The day of the check. Left out: whether a session lies ahead is not judged, and a weekly note is owed at once.
   */
  readonly asOf?: CivilDate | null | undefined;
  /** Other choices where a document leaves something open; they go over those of the checker. */
  readonly readings?: ReadingsInput | null | undefined;
  /** Whether unknown facts hold the verdict back (`'block'`, the default) or are only reported. */
  readonly missingFacts?: 'block' | 'report' | null | undefined;
  /** Skips the validation of a session that `parseSession` returned. */
  readonly trusted?: boolean | null | undefined;
}

export const optionsSchema = z.strictObject({
  history: z.nullish(historySchema),
  asOf: z.nullish(civilDate),
  readings: z.nullish(readingsInputSchema),
  missingFacts: z.nullish(z.enum(['block', 'report'])),
  trusted: z.nullish(z.boolean()),
});

/** What a checker is made for. Definitions and codes have schemas of their own. */
export const configSchema = z.strictObject({
  services: z.nullish(z.array(z.unknown())),
  without: z.nullish(z.array(z.string())),
  readings: z.nullish(readingsInputSchema),
  codes: z.optional(z.unknown()),
  words: z.nullish(z.record(z.string(), z.unknown())),
  overlays: z.nullish(z.array(z.unknown())),
  severities: z.nullish(z.record(z.string(), z.unknown())),
  waivers: z.nullish(z.array(z.unknown())),
});

/** For what a sheet is made. */
export const describeOptionsSchema = z.strictObject({
  on: z.nullish(civilDate),
  checker: z.optional(z.unknown()),
});

/** For what a page of a rule is made. */
export const explainOptionsSchema = z.strictObject({ checker: z.optional(z.unknown()) });

/** In a batch, where each prior use states whose it is. */
export const batchOptionsSchema = z.strictObject({
  ...optionsSchema.shape,
  history: z.nullish(memberHistorySchema),
});

/** Of a batch without end. */
export const streamOptionsSchema = z.strictObject({
  ...batchOptionsSchema.shape,
  of: z.nullish(z.enum(['sessions', 'claims', 'records'])),
  firstEntry: z.nullish(wholeNumber),
});

const foundAcross = z.looseObject({
  rule: z.enum(['schedule/staff-overlap', 'schedule/group-roster', 'claim/duplicate']),
  outcome: z.enum(['fail', 'unknown', 'due']),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  data: z.record(z.string(), z.unknown()),
  paths: z.array(z.string()),
  missing: z.array(z.looseObject({ path: z.string() })),
  citations: z.array(z.looseObject({ source: z.string() })),
  basis: z.string(),
  denials: z.array(z.looseObject({ carc: z.string() })),
});

/** And of one whose members were compared before. */
export const acrossOptionsSchema = z.strictObject({
  ...streamOptionsSchema.shape,
  across: z.nullish(
    z.strictObject({
      findings: z.record(z.string(), z.array(foundAcross)),
      together: z.array(z.array(wholeNumber)),
    }),
  ),
});

/** As much of a session as it is compared by. */
export const placedSchema = z.strictObject({
  entry: wholeNumber,
  session: z.optional(
    z.strictObject({
      service: text,
      dateOfService: civilDate,
      startTime: z.optional(clockTime),
      endTime: z.optional(endTime),
      id: z.optional(key),
      format: z.optional(z.enum(['individual', 'group'])),
      group: z.optional(
        z.strictObject({ id: key, participants: z.optional(wholeNumber), staff: z.optional(wholeNumber) }),
      ),
      agency: z.optional(z.strictObject({ id: key })),
      content: text,
    }),
  ),
  member: z.optional(key),
  staff: z.optional(key),
  notTaken: z.optional(z.literal(true)),
});

export const placedList = z.array(placedSchema);

/** With what sessions are compared. */
export const compareOptionsSchema = z.strictObject({
  checker: z.optional(z.unknown()),
  readings: z.nullish(readingsInputSchema),
});

const totalsSchema = z.strictObject({
  entries: wholeNumber,
  billable: wholeNumber,
  notBillable: wholeNumber,
  undetermined: wholeNumber,
  invalid: wholeNumber,
  notTakenPlace: wholeNumber,
  void: wholeNumber,
  units: z.number().check(z.minimum(0)),
  charge: money,
  billableCharge: money,
  notBillableCharge: money,
  undeterminedCharge: money,
});
/** Of the parts of a batch. */
export const totalsOfParts = z.array(totalsSchema);
export const noticesOfParts = z.array(
  z.array(
    z.strictObject({
      code: z.string(),
      data: z.optional(z.record(z.string(), z.unknown())),
      message: z.string(),
    }),
  ),
);

/** What a caller states to learn what is left of the limits. */
export interface RemainingUnitsQuery {
  /** The day whose day and calendar month are asked for. */
  readonly on: CivilDate;
  /** What was already billed; all of it is taken as one member's. Left out: not known. */
  readonly history?: readonly PriorUse[] | null | undefined;
}

export const remainingUnitsQuerySchema = z.strictObject({
  on: civilDate,
  history: z.nullish(historySchema),
});
