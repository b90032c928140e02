import type { Notice, NoticeCode, ReasonCode } from '../../src/index.js';
import { noticeSentences } from '../../src/findings/notices.js';
import { reasonSentences } from '../../src/findings/reasons.js';

type Examples<One extends { code: string }> = {
  [Each in Extract<One, { data: unknown }> as Each['code']]: Each['data'];
};

/** An example of the data of each notice that has any. */
const noticeData: Examples<Notice> = {
  'source-age': { from: '2014-10-01' },
  'rate-date': { from: '2009-03-30' },
  'rate-bound': { rate: '5.20', documents: '4.95' },
  'code-bound-to-several': { services: ['mo/H2017TG', 'mo/peer-support'] },
  'units-left-out': { count: 1, of: 'line' },
  'charges-left-out': { count: 2, of: 'entry', unitsNotKnown: 1 },
  'no-clock-times': { count: 2 },
  'no-staff-key': { count: 1 },
  'no-start-time': { count: 2 },
  'ids-agree': { count: 1 },
  'replaces-nothing': { count: 1 },
  'not-compared': {
    staffOverlaps: 12,
    groupRosters: 1,
    ids: 4,
    replacements: 5,
    noMember: 3,
    keysAlike: 2,
  },
  'uses-of-others': { count: 3 },
  'keys-alike': { count: 1 },
  'uses-not-on-file': { count: 2 },
  'waivers-not-applied': { waivers: ['/waivers/0', '/waivers/1'] },
  'waivers-expired': { waivers: ['/waivers/0'] },
  'waivers-unused': { waivers: ['/waivers/1', '/waivers/4'] },
  'waivers-wide': { waivers: ['/waivers/2'] },
  problem: {
    code: 'line-charge-not-read',
    place: 'Claim/C-1.item[0]',
    message: 'The charge of the item is no amount of US dollars and whole cents, and the item is left out.',
    count: 2,
  },
  reversals: { count: 2 },
  'file-read': {
    file: 'visits.csv',
    form: 'CSV parted by semicolons',
    told: ['nothing is read from column "Room"'],
  },
  'config-found': { file: 'billability.config.json' },
  'list-in-object': { file: 'march.json', key: 'data' },
  'cells-empty': {
    file: 'march.csv',
    columns: [
      { column: 'member.id', count: 2 },
      { column: 'staff.id', count: 1 },
    ],
  },
};

/** A code of a table, an example of its data, and the sentence for it. */
export interface Told {
  readonly code: string;
  readonly data?: object;
  readonly message: string;
}

function toldBy(table: object, data: Readonly<Record<string, object>>): Told[] {
  return Object.entries(table as Readonly<Record<string, (data?: object) => string>>).map(
    ([code, sentence]) => {
      const example = data[code];
      return { code, ...(example !== undefined && { data: example }), message: sentence(example) };
    },
  );
}

/** Each notice. */
export const notices = toldBy(noticeSentences, noticeData) as (Told & { code: NoticeCode })[];

/** Each reason for which a rule is not applicable. */
export const reasons = toldBy(reasonSentences, {}) as (Told & { code: ReasonCode })[];
