import * as z from '../facts/zod.js';
import type { WayKind } from '../findings/ways.js';
import { amount, holder, pointer } from './finding.js';
import { ruleIdSchema } from './rule-id.js';
import { verdictSchema } from './verdict.js';
import { words, wording } from './words.js';

const atLeastOne = z.int().check(z.minimum(1));

const demand = z
  .strictObject({
    says: wording('What must be so, in words.'),
    paths: z.array(pointer),
    heldBy: holder,
    atLeast: z.exactOptional(atLeastOne),
    of: z.exactOptional(atLeastOne),
  })
  .register(words, {
    id: 'Demand',
    title: 'Demand',
    description:
      'What must be so, and who holds the answer; `atLeast` of the paths where not all are needed.',
  });

const operation = z
  .strictObject({
    op: z.enum(['add', 'replace']),
    path: pointer,
    value: z.union([wording('A code, a day or a time.'), z.number()]),
  })
  .register(words, {
    id: 'Operation',
    description: 'An operation of JSON Patch (RFC 6902), for the session.',
  });

const repair = z
  .strictObject({
    patch: z.array(operation).check(z.minLength(1)),
    safe: z
      .boolean()
      .register(words, { description: 'Whether it may be made without asking anybody: claiming less.' }),
    after: z
      .strictObject({
        verdict: verdictSchema,
        charge: z.exactOptional(amount),
        less: z.exactOptional(amount),
      })
      .register(words, { description: 'From a check of the session with the patch.' }),
  })
  .register(words, {
    id: 'Repair',
    title: 'Repair',
    description: 'A change of what is billed; it states no fact about a person or about what happened.',
  });

const way = z
  .strictObject({
    kind: z.enum(
      z.everyOne<WayKind>({
        answer: true,
        complete: true,
        correct: true,
        'claim-less': true,
        recode: true,
        reschedule: true,
      }),
    ),
    demands: z.array(demand),
    repair: z.exactOptional(repair),
  })
  .register(words, { id: 'Way', title: 'Way', description: 'One way to meet a need: all that it demands.' });

const need = z
  .strictObject({ rules: z.array(ruleIdSchema).check(z.minLength(1)), ways: z.array(way) })
  .register(words, {
    id: 'Need',
    title: 'Need',
    description: 'Any one way is enough. No way: nothing may be changed, do not bill.',
  });

export const waysSchema = z
  .strictObject({
    verdict: verdictSchema,
    needs: z.array(need),
    together: z.exactOptional(repair),
    notSearched: z.exactOptional(z.literal(true)).register(words, {
      description: 'There was more to try than is tried: what is told is so, and there may be more.',
    }),
  })
  .register(words, {
    id: 'WaysToPass',
    title: 'Ways to pass',
    description: 'What would make the session pass, where a report was asked for it. Each need must be met.',
  });
