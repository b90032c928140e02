import * as z from '../facts/zod.js';
import type { FindingData } from '../findings/finding-data.js';
import type { CriterionFinding } from '../findings/result.js';
import { findingData } from './finding-data.js';
import { words } from './words.js';

/** The rules that compute. Their ids are taken: no clause of a definition may have one. */
export const computedRules = Object.keys(findingData) as [keyof FindingData, ...(keyof FindingData)[]];

const AREA_AND_NAME = '^[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$';
const areaAndName = new RegExp(AREA_AND_NAME);

type ClauseRule = CriterionFinding['rule'];

/** The id of a rule that is a clause of a definition: area and name, such as `member/age`. */
export const clauseRule = (z.string() as z.ZodMiniType<ClauseRule>)
  .check(
    z.refine((id) => areaAndName.test(id), {
      error: 'an area and a name in small letters, such as "member/age"',
      params: { code: 'not-in-form' },
      abort: true,
    }),
    z.refine((id) => !(computedRules as readonly string[]).includes(id), {
      error: 'an id that no rule of ours which computes has',
      params: { code: 'id-taken' },
    }),
  )
  .register(words, { id: 'ClauseRule', pattern: AREA_AND_NAME, not: { enum: computedRules } });

/** The id of any rule. */
export const ruleIdSchema = z.union([z.enum(computedRules), clauseRule]).register(words, { id: 'RuleId' });
