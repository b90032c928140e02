import * as z from '../facts/zod.js';
import { readingsSchema } from '../readings/generated.js';
import { civilDate, clockTime, endTime, money } from '../facts/scalars.js';
import { fundingSchema } from '../facts/scalars.js';
import type { FindingData } from '../findings/finding-data.js';
import { everyPer, forEachLimit } from '../units/period.js';
import { words } from './words.js';

const number = z.number();
const maybeNumber = number.nullable();
const place = z.int().min(0);

/** An amount that may be negative: what a charge is over or under. */
const difference = z.string().regex(/^-?[0-9]+\.[0-9]{2}$/);
/** An amount that may be the sum of many. */
export const amount = z.string().regex(/^[0-9]+\.[0-9]{2}$/);

export const position = z
  .union([z.strictObject({ entry: place, line: z.exactOptional(place) }), z.strictObject({ history: place })])
  .register(words, {
    id: 'Position',
    description: 'A place in what the caller passed, from 0: an entry, a line of one, or a prior use.',
  });

const limit = z
  .strictObject({
    limit: number,
    used: maybeNumber,
    asked: maybeNumber,
    remaining: maybeNumber,
    over: maybeNumber,
    window: z.strictObject({
      per: z.enum(everyPer),
      from: civilDate,
      through: civilDate,
    }),
  })
  .register(words, { id: 'LimitData', description: 'Units; null where they are not known.' });

const units = z
  .strictObject({ claimed: maybeNumber, supported: maybeNumber, minutes: maybeNumber, unitMinutes: number })
  .register(words, { id: 'UnitsData' });

const training = z
  .strictObject({
    topics: z.array(
      z.strictObject({
        topic: z.string(),
        hoursDone: z.exactOptional(number),
        hoursNeeded: z.exactOptional(number),
      }),
    ),
    dueOn: civilDate.nullable(),
    hints: z.exactOptional(z.array(z.strictObject({ code: z.string(), text: z.string() }))),
  })
  .register(words, { id: 'TrainingData' });

const overlap = z
  .strictObject({
    minutes: maybeNumber,
    from: clockTime.nullable(),
    through: endTime.nullable(),
    other: position.nullable(),
  })
  .register(words, { id: 'OverlapData' });

const nearCode = z.strictObject({
  service: z.string(),
  funding: fundingSchema,
  procedureCode: z.string(),
  modifiers: z.array(z.string()),
});

/** The numbers behind a finding, for each rule that computes. */
export const findingData = {
  'service/in-force': z.strictObject({
    from: civilDate.nullable(),
    through: civilDate.nullable(),
    dateOfService: civilDate,
  }),
  'session/time': z.strictObject({ clockMinutes: maybeNumber, minutes: maybeNumber }),
  'session/format': z.strictObject({
    format: z.enum(['individual', 'group']).nullable(),
    participants: maybeNumber,
  }),
  'session/group-size': z.strictObject({
    participants: maybeNumber,
    staff: maybeNumber,
    perStaff: number,
    allowed: maybeNumber,
    groupRatio: readingsSchema.shape.groupRatio,
  }),
  'staff/initial-training': training,
  'staff/additional-training': training,
  'staff/training-documented': training,
  'session/delivered': z.strictObject({ dateOfService: civilDate, asOf: civilDate }),
  'units/whole': z.strictObject({ claimed: number }),
  'units/time': units,
  'units/unbilled-time': units,
  ...forEachLimit(() => limit),
  'claim/charge': z.strictObject({
    charge: money,
    expected: amount.nullable(),
    difference: difference.nullable(),
    rate: money,
    units: maybeNumber,
  }),
  'claim/code': z.strictObject({
    nearest: z.array(nearCode),
    missing: z.array(z.string()),
    extra: place,
  }),
  'claim/local-code': z.strictObject({ stated: fundingSchema.nullable(), told: z.array(fundingSchema) }),
  'claim/duplicate': z.strictObject({ other: position.nullable() }),
  'schedule/member-overlap': overlap,
  'schedule/staff-overlap': overlap,
  'schedule/group-roster': z.strictObject({
    stated: maybeNumber,
    found: maybeNumber,
    at: clockTime.nullable(),
    other: position.nullable(),
  }),
} satisfies { [Rule in keyof FindingData]: z.ZodType<FindingData[Rule]> };
