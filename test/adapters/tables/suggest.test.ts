import { describe, expect, test } from 'vitest';
import { readTable, suggestMapping, templateOf } from '../../../src/adapters/tables/index.js';
import { createChecker, services } from '../../../src/index.js';
import { problemsIn, refusalOf, rowsOf } from './support.js';

const suggested = (text: string) => suggestMapping(rowsOf(text.trim()), { services });

describe('a first mapping', () => {
  test('names what headings tell, and leaves the rest to be filled in', () => {
    const mapping = suggested(`
Visits of March ||||||
Visit No | DOS | DOB | Birth Date | Credential | Expires | Room
V-1 | 3/18/2025 | 6/30/2001 | x | MO-CPS | 4/30/2026 | 4`);
    expect(mapping).toEqual({
      columns: {
        'Visit No': 'id',
        DOS: 'dateOfService',
        DOB: 'member.birthDate',
        'Birth Date': '',
        Credential: { fact: 'staff.credentials', through: 'Expires' },
        Room: '',
      },
    });
  });

  test('counts words that are on no list, by fact, or in their column where the list is closed', () => {
    const mapping = suggested(`
Service | DOS | Format | Face to Face | Credential | Trainings | Charge
mo/peer-support | 3/18/2025 | Circle | video | CPS; mo cps | First aid | 4.00
Peer | 3/18/2025 | circle | yes | CPS | iddt | x
Peer | 3/18/2025 | Circle | no | | [{"completedOn":"2025-01-31"}] |`);
    expect(mapping).toEqual({
      columns: {
        Service: { fact: 'service', words: { Peer: '2 times' } },
        DOS: 'dateOfService',
        Format: { fact: 'format', words: { Circle: '2 times', circle: 'once' } },
        'Face to Face': { fact: 'faceToFace', words: { video: 'once' } },
        Credential: 'staff.credentials',
        Trainings: 'staff.trainings',
        Charge: 'charge',
      },
      words: { 'staff.credentials': { CPS: '2 times' }, 'staff.trainings': { 'First aid': 'once' } },
    });
  });

  test('is refused until the counts are codes', () => {
    const rows = rowsOf('Service | DOS | Format | Credential\nmo/peer-support | 3/18/2025 | Circle | CPS');
    const mapping = suggestMapping(rows);
    expect(refusalOf(() => readTable(rows, mapping))).toContain(
      '/columns/Format/words: expected a code of the list',
    );
    expect(refusalOf(() => createChecker({ words: mapping.words }))).toContain(
      '/words/staff.credentials/CPS: expected a code',
    );
  });

  test('keeps what stands beside a list whose column has words', () => {
    const mapping = suggested('DOS | Improved Areas | Diagnoses\n3/18/2025 | home; dailyLiving | x');
    expect(mapping.columns).toEqual({
      DOS: 'dateOfService',
      'Improved Areas': '',
      Diagnoses: 'assessment.diagnoses',
    });
  });

  test('of headings that tell nothing is the fullest row', () => {
    expect(suggested('Report\nAlpha | Beta | Gamma\n1 | 2 | 3')).toEqual({
      columns: { Alpha: '', Beta: '', Gamma: '' },
    });
  });

  test('of nothing is nothing', () => {
    expect(suggestMapping([])).toEqual({ columns: {} });
    expect(suggestMapping([[], null])).toEqual({ columns: {} });
  });
});

describe('a template', () => {
  test.each(services.map((service) => [service.id, service] as const))(
    'of %s reads back as what it asks for',
    (_id, service) => {
      const columns = templateOf(service);
      const [says, headings] = [columns.map((column) => column.says), columns.map(({ heading }) => heading)];
      const { problems, told } = readTable([says, headings]);
      expect(problemsIn({ problems })).toEqual([]);
      expect(told.filter(({ code }) => code === 'column-read')).toHaveLength(columns.length);
      expect(told.filter(({ code }) => code !== 'column-read').map(({ code }) => code)).toEqual([
        'rows-above',
      ]);
      expect(headings).toEqual(expect.arrayContaining(['id', 'service', 'dateOfService', 'member.id']));
      expect(new Set(headings).size).toBe(headings.length);
    },
  );

  test('says what cells take, codes by name', () => {
    const says = Object.fromEntries(
      services.flatMap((service) => templateOf(service)).map(({ heading, says: said }) => [heading, said]),
    );
    expect(says).toMatchObject({
      units: 'The units: a number, such as 4 or 2.5',
      'member.id': "The member's key: any text",
      'group.participants': 'The number of people in the group: a whole number',
      'assessment.diagnoses': expect.stringMatching(/: codes, parted by \|$/) as string,
      activities: expect.stringMatching(/: codes, parted by \|, of .*psychoeducation/) as string,
      'staff.trainings': expect.stringMatching(
        /: topics, parted by \|, of .*cpr-program-orientation/,
      ) as string,
    });
  });
});
