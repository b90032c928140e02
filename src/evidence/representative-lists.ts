import { compile } from '../conditions/compile.js';
import type { Leaf } from '../conditions/condition.js';
import { factTable } from '../facts/generated/table.js';
import type { SessionPath } from '../facts/generated/types.js';
import { NONE_OF_OURS, type CodePath } from '../facts/words.js';
import { addDays } from '../values/civil-date.js';
import { canBe, sessionStating, type Asked, type Stated } from './stating.js';

/** Whether a fact is a list, of codes or of entries. */
export function isListFact(path: SessionPath): boolean {
  return ['codes', 'dated-codes', 'trainings'].includes(factTable[path].type);
}

/**
 * Ways to state a list: none, and every way to put entries together that leaves tell apart. A list is made longer by an
 * entry as long as that changes what any leaf has seen of it.
 *
 * @returns undefined where there are more than are looked at.
 */
export function listsFor(
  path: SessionPath,
  leaves: readonly Leaf[],
  asked: Asked,
  most: number,
): Stated[] | undefined {
  const seenIn = seenBy(path, leaves, asked);
  const entries = entriesOf(path, leaves, asked);
  const kinds = [...new Map(entries.map((entry) => [seenIn([entry]), entry])).values()];
  const known = new Map<string, readonly unknown[]>([[seenIn([]), []]]);
  for (const list of known.values()) {
    for (const entry of kinds) {
      const longer = [...list, entry];
      const seen = seenIn(longer);
      if (!known.has(seen)) known.set(seen, longer);
      if (known.size > most) return undefined;
    }
  }
  return [{}, ...[...known.values()].map((list) => ({ [path]: list }))];
}

/** All that leaves have seen of a list: what an entry more makes of it depends on nothing else. */
function seenBy(path: SessionPath, leaves: readonly Leaf[], asked: Asked) {
  const truths = leaves.flatMap(probesOf).map((leaf) => compile(leaf).truth);
  const standings = leaves.flatMap((leaf) =>
    leaf.op === 'byLicence' ? [compile(holding(leaf, [leaf.code])).truth] : [],
  );
  const mostWords = wordsOf(leaves).length;
  return (list: readonly unknown[]): string => {
    const session = sessionStating({ [path]: list }, asked.on);
    // A standing counts as stated whenever it was held.
    const anyDay = standings.length === 0 ? [] : list.map((one) => ({ code: textOf(one), from: asked.on }));
    const everHeld = sessionStating({ [path]: anyDay }, asked.on);
    const words = new Set(list.map(textOf).filter((word) => WORDS.includes(word)));
    return [
      list.length === 0,
      mostWords > 1 && Math.min(words.size, mostWords),
      ...truths.map((truth) => truth({ ...asked, session })),
      ...standings.map((truth) => truth({ ...asked, session: everHeld })),
    ].join(' ');
  };
}

/** Questions in whose answers all is that a leaf has seen. */
function probesOf(leaf: Leaf): Leaf[] {
  if (leaf.op === 'byLicence') return [leaf, holding(leaf, leaf.licences)];
  if (leaf.op !== 'includesAll') return [leaf];
  return [leaf, ...leaf.codes.map((code): Leaf => ({ ...leaf, op: 'includesAny', codes: [code] }))];
}

function holding({ fact }: Extract<Leaf, { op: 'byLicence' }>, codes: readonly string[]): Leaf {
  return { op: 'holds', fact, codes };
}

/** An entry of each code asked for, of one that is not, and of words on no list; with days before, on and after. */
function entriesOf(path: SessionPath, leaves: readonly Leaf[], { on, words, readings }: Asked): unknown[] {
  if (path === 'assessment.diagnoses') return diagnosesOf(leaves, readings);
  const { codes, meaning } = words;
  // Of others no clause asks what is in them.
  if (!isOfCodes(path, codes)) return [];
  const asked = [...new Set(leaves.flatMap(codesIn))];
  const others = codes[path].filter((code) => !asked.includes(code)).slice(0, 1);
  const isOther = (word: string) => meaning[path](word) === '';
  const none = others.length > 0 ? [] : [...WORDS, NONE_OF_OURS].filter(isOther).slice(0, 1);
  const texts = [...asked, ...others, ...none, ...wordsOf(leaves)];
  const { type } = factTable[path];
  const entries = texts.flatMap((code): unknown[] => {
    if (type === 'codes') return [code];
    if (type === 'dated-codes') return [{ code, from: on }, { code }, { code, through: addDays(on, -1) }];
    return [{ topic: code, completedOn: on }, { topic: code }, { topic: code, completedOn: addDays(on, 1) }];
  });
  return entries.filter((entry) => canBe(path, [entry]));
}

function isOfCodes(path: SessionPath, codes: Asked['words']['codes']): path is SessionPath & CodePath {
  return path in codes;
}

/** Words that stand on no list; `includesAll` counts them. */
const WORDS = ['a word of no list', 'another word', 'a third word', 'a fourth word', 'a fifth word'];

function wordsOf(leaves: readonly Leaf[]): readonly string[] {
  const needed = leaves.map((leaf) => (leaf.op === 'includesAll' ? leaf.codes.length : 1));
  return WORDS.slice(0, Math.max(...needed));
}

function codesIn(leaf: Leaf): readonly string[] {
  if (leaf.op === 'byLicence') return [leaf.code, ...leaf.licences];
  if ('codes' in leaf) return leaf.codes;
  return leaf.op === 'doneBy' ? [leaf.topic] : [];
}

function textOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const { code, topic } = entry as { readonly code?: string; readonly topic?: string };
  return String(code ?? topic);
}

/** Diagnoses of the classes asked for, of none, and one in words, which may be any. */
function diagnosesOf(leaves: readonly Leaf[], { diagnosisClasses }: Asked['readings']): string[] {
  const prefixes = leaves.flatMap((leaf) => (leaf.op === 'hasDiagnosis' ? diagnosisClasses[leaf.class] : []));
  const codes = [...prefixes, 'Z00'].flatMap((prefix) => [prefix, ...endings.map((end) => prefix + end)]);
  return [...codes, ...WORDS.slice(0, 1)];
}

const endings = Array.from({ length: 10 }, (_, digit) => String(digit));
