import { askedIn, factsOf, operatorOf } from '../conditions/walk.js';
import { factReader, placeOf } from '../facts/read.js';
import type { Session, SessionPath, Training } from '../facts/generated/types.js';
import type { Held } from '../facts/held.js';
import { copyOf } from '../findings/finding.js';
import type { CriterionFinding } from '../findings/result.js';
import type { Criterion } from '../services/service.js';
import { conditionsOf } from './reading-at-issue.js';
import { isFinding, type Judgement, type SessionUnderCheck } from './rule.js';

type Judge<Found> = (under: SessionUnderCheck, found: Found) => Judgement<CriterionFinding>;

/** So many judgements of a clause are kept; with one more, all are forgotten. */
const MOST = 200;
/** What turns on more text than that is not kept. */
const LONGEST = 1000;

/**
 * Judges as before, and remembers what was found by all that it turns on: to make a finding takes twenty times as long as
 * to copy one. What is given is never what is kept, so that nothing tells whether it was made or remembered.
 */
export function remembering<Found>(criterion: Criterion, judge: Judge<Found>): Judge<Found> {
  const keyOf = keyFor(criterion);
  let kept = new Map<string, Judgement<CriterionFinding>>();
  let { readings, words }: Partial<SessionUnderCheck> = {};
  return (under, found) => {
    const key = keyOf(under);
    if (key === undefined) return judge(under, found);
    if (under.readings !== readings || under.words !== words || kept.size >= MOST) {
      kept = new Map();
      ({ readings, words } = under);
    }
    const known = kept.get(key);
    if (known !== undefined) return isFinding(known) ? copyOf(known) : known;
    const judged = judge(under, found);
    kept.set(key, isFinding(judged) ? copyOf(judged) : judged);
    return judged;
  };
}

/** All that what is found of a clause turns on, but for the settings, as a text; undefined where that is too long, or none of ours. */
function keyFor(criterion: Criterion): (under: SessionUnderCheck) => string | undefined {
  const { fails, fallsShort, owed, ageReading } = criterion;
  const questions = conditionsOf(criterion)
    .flatMap((condition) => askedIn(condition))
    .map(({ question }) => question);
  const isIn = (slot: string) => `${fails} ${fallsShort ?? ''}`.includes(slot);
  const isOfAge = ageReading !== undefined || isIn('{age}');
  const isOfDay = isIn('{age}') || isIn('{on}') || questions.some((one) => operatorOf(one).isOfDay);
  const asked = [...questions.flatMap(factsOf), ...(isOfAge ? (['member.birthDate'] as const) : [])];
  const facts = [...new Set(asked)].map((path) => ({ path, read: factReader(path) }));
  const holders = questions.flatMap((one) => (one.op === 'exists' ? factReader(one.fact) : []));
  return ({ session, on, asOf }) => {
    let key = isOfDay ? on : '';
    if (owed !== undefined) key += session.phase === 'proposed' ? `p${on}` : 'd';
    if (owed === 'after-the-week') key += `${on}${String(asOf)}`;
    for (const read of holders) key += read(session) == null ? '?' : 'h';
    for (const { path, read } of facts) {
      const text = writtenFact(read(session), path, session);
      if (text === undefined) return undefined;
      key += text;
    }
    return key.length > LONGEST ? undefined : key;
  };
}

/** What is stated, written so that no two facts in a row can be read as two others. */
function writtenFact(value: unknown, path: SessionPath, session: Session): string | undefined {
  // Whether it is none, or what would hold it.
  if (value === 'none') return `n${placeOf(path, session)};`;
  if (!Array.isArray(value)) return written(value);
  let text = `[${String(value.length)};`;
  for (const one of value as readonly unknown[]) {
    const entry = typeof one === 'object' && one !== null ? writtenEntry(one) : written(one);
    if (entry === undefined) return undefined;
    text += entry;
  }
  return text;
}

/** What clauses read of a held code or a training. */
function writtenEntry(entry: Readonly<Partial<Held & Training>>): string | undefined {
  const { code, from, through, topic, completedOn } = entry;
  const parts = [written(code), written(from), written(through), written(topic), written(completedOn)];
  return parts.includes(undefined) ? undefined : parts.join('');
}

function written(value: unknown): string | undefined {
  if (value == null) return '?';
  switch (typeof value) {
    case 'boolean':
      return value ? 't' : 'f';
    case 'string':
      return `${String(value.length)}"${value}`;
    case 'number':
      return `${String(value)};`;
    default:
      return undefined;
  }
}
