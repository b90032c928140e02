import * as z from '../facts/zod.js';
import { clauseIds, computedIds } from '../findings/generated.js';
import type { CriterionFinding } from '../findings/result.js';
import { words } from './words.js';

const AREA_AND_NAME = '^[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$';
const areaAndName = new RegExp(AREA_AND_NAME);

type ClauseRule = CriterionFinding['rule'];

/** The id of a rule that is a clause of a definition: that of a shipped one that asks the same, or one of your own. */
export const clauseRule = (z.string() as z.mini.ZodMiniType<ClauseRule>)
  .check(
    z.refine((id) => areaAndName.test(id), {
      error: 'an area and a name in small letters, such as "member/age"',
      params: { code: 'not-in-form' },
      abort: true,
    }),
    z.refine((id) => !(computedIds as readonly string[]).includes(id), {
      error: 'an id of your own, such as "custom/signed"',
      params: { code: 'id-taken', found: 'the id of a shipped rule that computes' },
      abort: true,
    }),
    z.refine((id) => id.startsWith('custom/') || (clauseIds as readonly string[]).includes(id), {
      error: 'an id of your own, such as "custom/signed", or that of a shipped clause that asks the same',
      params: { code: 'not-a-choice', found: 'neither' },
    }),
  )
  .register(words, {
    id: 'ClauseRule',
    pattern: AREA_AND_NAME,
    anyOf: [{ enum: clauseIds }, { pattern: '^custom/' }],
  });

/** The id of any rule. */
export const ruleIdSchema = z.union([z.enum(computedIds), clauseRule]).register(words, { id: 'RuleId' });
