import { dayAfter, dayOfAge, lastBirthDate } from './calendar.js';
import type { Assume } from './completions.js';
import type { Circumstances } from './rule.js';
import { agesInMonths as ages } from '../support/domains.js';
import { mayNotExist } from '../support/facts.js';
import { codesAt } from '../support/domains.js';

/** The facts of a session as its rules read them: stated, or else assumed. */
export interface Facts {
  /** As stated; `undefined` where it is not known. */
  stated: (path: string) => unknown;
  /** As stated or assumed; `undefined` where what would hold it is known not to exist. */
  of: <Value>(path: string, values: () => readonly Value[]) => Value | undefined;
  assume: Assume;
  isTrue: (path: string) => boolean;
  /** Whether there is such a thing at all. */
  exists: (path: string) => boolean;
  /** The codes that a list's words stand for. */
  list: (path: string) => readonly string[];
  /** The code that a word of a list stands for; one on no list is assumed to be any of those that rules name, or none. */
  meant: (path: string, word: string, named?: readonly string[]) => string;
  /** Whether one of the codes is held on the date of service. */
  holds: (path: string, codes: readonly string[]) => boolean;
  /** Whether the member has reached an age: on the date of service, or on another day. */
  isAged: (months: number, on?: string) => boolean;
  assessmentDate: () => string | undefined;
  on: string;
}

/** Lists of codes that a list not stated may be, by path. */
export type ListValues = Readonly<Record<string, readonly (readonly string[])[]>>;

interface HeldCode {
  code: string;
  from?: string | null;
  through?: string | null;
}

/** Reads a session; what is not stated is assumed anew at each completion. */
export function factsOf(
  session: unknown,
  on: string,
  { leapBirthday, openStart }: Pick<Circumstances, 'leapBirthday' | 'openStart'>,
  listValues: ListValues,
): (assume: Assume) => Facts {
  const known = new Map<string, unknown>();
  const holders = new Map<string, readonly string[]>();
  let possibleBirthDates: string[] | undefined;

  function stated(path: string): unknown {
    if (!known.has(path)) known.set(path, valueAt(session, path));
    return known.get(path);
  }

  function whatMayNotExist(path: string): readonly string[] {
    const found = holders.get(path) ?? mayNotExist.filter((one) => `${path}.`.startsWith(`${one}.`));
    holders.set(path, found);
    return found;
  }

  /**
   * At each age that a rule asks for, the last birth date that makes it and the day after, as seen from the date of
   * service and from the assessment: both ends of every span of birth dates that the rules tell apart.
   */
  function birthDates(): string[] {
    if (possibleBirthDates !== undefined) return possibleBirthDates;
    const assessed = stated('assessment.date');
    const seenFrom = typeof assessed === 'string' ? [on, assessed] : [on];
    const last = seenFrom.flatMap((day) => ages.map((age) => lastBirthDate(age, day, leapBirthday)));
    possibleBirthDates = [...new Set(last.flatMap((day) => [day, dayAfter(day, 1)]))];
    return possibleBirthDates;
  }

  return (assume) => {
    function exists(path: string): boolean {
      return whatMayNotExist(path).every(
        (holder) => (stated(holder) ?? assume(holder, () => ['there', 'none'])) !== 'none',
      );
    }

    function of<Value>(path: string, values: () => readonly Value[]): Value | undefined {
      if (!exists(path)) return undefined;
      return (stated(path) ?? assume(path, values)) as Value;
    }

    function holds(path: string, codes: readonly string[]): boolean {
      // A list that is assumed has codes held on every day: a code held on other days counts as little as none.
      const values = () => (listValues[path] ?? []).map((held) => held.map((code): HeldCode => ({ code })));
      const held = of<readonly HeldCode[]>(path, values) ?? [];
      return held.some(({ code, from, through }, index) => {
        if (from != null && from > on) return false;
        if (through != null && through < on) return false;
        if (!codes.includes(meant(path, code))) return false;
        const isStartOpen = from == null && openStart === 'unknown' && stated(path) !== undefined;
        return !isStartOpen || assume(`${path}.${index}.from`, () => [true, false]);
      });
    }

    function meant(path: string, word: string, named?: readonly string[]): string {
      const spelled = alike(word);
      const possible = () => [...new Set(named ?? (listValues[path] ?? []).flat()), 'none of ours'];
      return listedAt(path).get(spelled) ?? assume(`${path} ${spelled}`, possible);
    }

    const birthDate = () => of('member.birthDate', birthDates) ?? '';

    /** On the day of service, on the day after, and at each age the birthday and the day before. */
    function assessmentDays(): string[] {
      const birthdays = ages.map((age) => dayOfAge(birthDate(), age, leapBirthday));
      return [on, dayAfter(on, 1), ...birthdays.flatMap((day) => [day, dayAfter(day, -1)])];
    }

    return {
      on,
      stated,
      assume,
      exists,
      of,
      isTrue: (path) => of(path, () => [true, false]) ?? false,
      list: (path) => (of(path, () => listValues[path] ?? []) ?? []).map((word) => meant(path, word)),
      meant,
      holds,
      isAged: (months, day = on) => dayOfAge(birthDate(), months, leapBirthday) <= day,
      assessmentDate: () => of('assessment.date', assessmentDays),
    };
  };
}

/** Letter case, and which of blanks, lines and hyphens stand between words, tell no two codes apart. */
const alike = remembered((word: string) =>
  word
    .toUpperCase()
    .split(/[-_\s]+/)
    .filter((part) => part !== '')
    .join(' '),
);

/** The listed codes of a list, by what words for them have in common. */
const listedAt = remembered((path: string) => new Map(codesAt(path).map((code) => [alike(code), code])));

/** The same words are asked for at every completion. */
export function remembered<Value>(made: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? made(text);
    known.set(text, value);
    return value;
  };
}

function valueAt(session: unknown, path: string): unknown {
  let holder: unknown = session;
  for (const key of path.split('.')) {
    if (typeof holder !== 'object' || holder === null) return undefined;
    holder = (holder as Record<string, unknown>)[key];
  }
  return holder ?? undefined;
}
