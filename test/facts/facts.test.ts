import { describe, expect, test } from 'vitest';
import { factReader, isOfNothing, placeOf } from '../../src/facts/read.js';
import type { NonePath, SessionPath } from '../../src/facts/generated/types.js';
import { pointerOf } from '../../src/facts/pointer.js';
import { codeLists } from '../../src/facts/rows/codes.js';
import { asked, ofNoSession } from '../../src/facts/rows/index.js';
import { facts, type Fact, type Session } from '../../src/index.js';
import { places, sessionWith } from '../support/facts.js';

const everyFact = Object.entries<Fact>(facts);

describe('what a form needs to ask for a fact', () => {
  test.each(everyFact)('%s', (_path, { question, label, type, codes, isClosed, parts, goodAnswer }) => {
    for (const asks of Object.values(question)) expect(asks).toMatch(/^[A-Z][^?]{8,}\?$/);
    expect(label).toMatch(/^[a-z][^.?]{3,}$/);
    expect(label.startsWith('whether ')).toBe(type === 'boolean');
    expect(typeof goodAnswer).toBe(type === 'boolean' ? 'boolean' : 'undefined');
    expect(parts?.length ?? 2).toBeGreaterThan(1);
    expect(codes === undefined).toBe(isClosed === undefined);
    for (const one of codes ?? []) expect(one.label).toMatch(/^[A-Z].*\.$/);
  });

  test('a proposed session is asked for what will be', () => {
    expect(facts.startTime.question).toEqual({
      delivered: 'At what time did the session start?',
      proposed: 'At what time will the session start?',
    });
    const past = everyFact.filter(
      ([path, { question }]) =>
        !path.includes('assessment') && /\b(?:was|were|did)\b/i.test(question.proposed),
    );
    expect(past.map(([path]) => path)).toEqual([
      'member.birthDate',
      'staff.supervisor.trainings.completedOn',
      'staff.supervisor.trainings.hours',
      'staff.firstServiceDate',
      'staff.hireDate',
      'staff.trainings.completedOn',
      'staff.trainings.hours',
      'staff.trainingExceptions.approvedOn',
    ]);
  });

  test('no two facts outside of lists share a name or a question', () => {
    const apart = places.filter(({ row }) => row.kind !== 'group').map(({ path }) => path as SessionPath);
    const labels = apart.map((path) => facts[path].label);
    const questions = apart.map((path) => facts[path].question.delivered);
    expect(labels.filter((one, index) => labels.indexOf(one) !== index)).toEqual([]);
    expect(questions.filter((one, index) => questions.indexOf(one) !== index)).toEqual([]);
  });
});

describe('an entry of a list of dated codes is asked for in the words of its list', () => {
  test.each([
    ['member.programs', 'the code of the program', 'From which day is the member enrolled in this program?'],
    [
      'member.determinations',
      'the code of the clinical determination',
      'From which day is this determination established?',
    ],
    [
      'staff.credentials',
      'the code of the credential of the rendering staff member',
      'From which day is this credential held?',
    ],
    [
      'staff.supervisor.credentials',
      'the code of the credential of the supervisor',
      'From which day is this credential held?',
    ],
    [
      'agency.credentials',
      'the code of the credential of the agency',
      'From which day is this credential held?',
    ],
  ] as const)('%s', (list, label, from) => {
    expect(facts[`${list}.code`].label).toBe(label);
    expect(facts[`${list}.from`].question.delivered).toBe(from);
  });
});

describe.each(codeLists)('the codes of $title', ({ name, codes }) => {
  test('are distinct in letter case too, and written alike', () => {
    const written = Object.keys(codes);
    expect(new Set(written.map((code) => code.toLowerCase())).size).toBe(written.length);
    expect(name).toMatch(/^[A-Z]/);
    const forms = [/^[a-z]+(?:-[a-z]+)*$/, /^[A-Z]+(?:-[A-Z]+)*$/, /^[a-z]+(?:[A-Z][a-z]+)*$/];
    expect(forms.some((form) => written.every((code) => form.test(code)))).toBe(true);
  });
});

describe('a fact as a JSON Pointer', () => {
  test.each([
    ['dateOfService', undefined, '/dateOfService'],
    ['assessment.impairments.schoolOrWork', undefined, '/assessment/impairments/schoolOrWork'],
    ['history', undefined, '/history'],
    ['staff.trainings.completedOn', 12, '/staff/trainings/12/completedOn'],
    ['staff.supervisor.trainings.completedOn', 3, '/staff/supervisor/trainings/3/completedOn'],
    ['staff.trainingExceptions.approvedOn', 0, '/staff/trainingExceptions/0/approvedOn'],
  ] as const)('%s (entry %s): %s', (path, entry, pointer) => {
    expect(pointerOf(path, entry)).toBe(pointer);
  });
});

function read(path: string, statedAt: string, value: unknown): unknown {
  return factReader(path as SessionPath)(sessionWith(statedAt, value) as unknown as Session);
}

describe('a fact is read by its path', () => {
  const stated = asked.filter(
    ({ row, isInList, path }) => row.kind !== 'group' && !isInList && !(path in ofNoSession),
  );
  const nothings = asked.filter(({ row }) => row.kind === 'group' && row.none !== undefined);

  test('where it is stated', () => {
    for (const { path } of stated) expect(read(path, path, 'stated'), path).toBe('stated');
  });

  test('as not known where it or what would hold it is left out, empty or null', () => {
    for (const { path } of stated.filter((one) => one.path.includes('.'))) {
      const holders = path.split('.').slice(0, -1);
      const values = holders.flatMap((_, index) => {
        const holder = holders.slice(0, index + 1).join('.');
        return [read(path, holder, {}), read(path, holder, null)];
      });
      expect(
        values.filter((value) => value != null),
        path,
      ).toEqual([]);
    }
  });

  test('as none where what would hold it is stated not to exist', () => {
    for (const { path: holder } of nothings) {
      expect(read(holder, holder, 'none')).toBe('none');
      expect(read(holder, holder, null)).toBe(null);
      const within = stated.filter(({ path }) => path.startsWith(`${holder}.`));
      for (const { path } of within) expect(read(path, holder, 'none'), path).toBe('none');
    }
  });
});

describe('the place of a fact', () => {
  const session = {
    service: 'xx/any',
    dateOfService: '2025-03-03',
    staff: { supervisor: 'none' },
    assessment: { impairments: { dailyLiving: 'none' } },
    plan: 'none',
    documentation: { progressNote: 'none', weeklyNote: {} },
    agency: null,
  } as const;

  test.each([
    ['plan.from', '/plan'],
    ['staff.supervisor.credentials', '/staff/supervisor'],
    ['documentation.progressNote.setting', '/documentation/progressNote'],
  ] as const)('%s is where it is stated that there is none: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
    expect(isOfNothing(path, session)).toBe(true);
  });

  test.each([
    ['units', '/units'],
    ['assessment.impairments.dailyLiving', '/assessment/impairments/dailyLiving'],
    ['documentation.weeklyNote.clientResponse', '/documentation/weeklyNote/clientResponse'],
    ['agency.ownership', '/agency/ownership'],
    ['member.id', '/member/id'],
  ] as const)('%s is where it would stand: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
    expect(isOfNothing(path, session)).toBe(false);
  });

  test('what is stated not to exist stands in its own place', () => {
    const paths: readonly NonePath[] = ['plan', 'assessment'];
    for (const path of paths) expect(isOfNothing(path, session)).toBe(false);
  });
});
