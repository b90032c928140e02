import { askingSchemas } from '../conditions/operators/index.js';
import { joiningSchemas } from '../conditions/operators/joining.js';
import { readingSchemas } from '../conditions/operators/reading.js';
import type { Condition } from '../conditions/condition.js';
import { conditionPaths } from '../facts/condition-paths.js';
import * as z from '../facts/zod.js';
import { words, wording } from './words.js';

const code = wording('A code or topic.');
const condition: z.mini.ZodMiniType<Condition, Condition> = z.lazy(() => conditionSchema);
const paths = conditionPaths();
paths.flag.register(words, { id: 'FlagFact' });
paths.number.register(words, { id: 'NumberFact' });
paths.day.register(words, { id: 'DateFact' });

/** Each kind of condition but that on a reading, by `op`, as an object of its own keys. */
export const conditionKinds = [
  ...askingSchemas({ ...paths, code, codes: z.array(code).check(z.minLength(1)) }),
  ...joiningSchemas(condition),
] as const;

/** Conditions on a reading that is the caller's to choose, by the reading. */
export const settingKinds = readingSchemas();

export const eitherCondition = z.discriminatedUnion('op', [
  ...conditionKinds,
  z.discriminatedUnion('reading', settingKinds),
]);

/** A condition over the facts of a session, as a definition states it. */
export const conditionSchema: z.mini.ZodMiniType<Condition, Condition> = eitherCondition.register(words, {
  id: 'Condition',
  title: 'Condition',
  description:
    'A condition over the facts of a session. It is true, false or, where facts are not known, unknown.',
});
