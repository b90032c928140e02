import { readXml } from './xml.js';

/** As what a spreadsheet shows the numbers of a cell. */
export interface CellFormat {
  /** As a day, a time of day, or both. */
  readonly isMoment: boolean;
  readonly hasClock: boolean;
  /** As how many digits at least, filled up with zeros. */
  readonly digits: number;
}

export const plainFormat: CellFormat = { isMoment: false, hasClock: false, digits: 0 };

const DAY: CellFormat = { isMoment: true, hasClock: false, digits: 0 };
const CLOCK: CellFormat = { isMoment: true, hasClock: true, digits: 0 };

/** The formats that have a number and no code in the file: from and through, as the standard lists them. */
const builtIn: readonly (readonly [from: number, through: number, format: CellFormat])[] = [
  [14, 17, DAY],
  [18, 22, CLOCK],
  [27, 31, DAY],
  [32, 35, CLOCK],
  [36, 36, DAY],
  [45, 47, CLOCK],
  [50, 54, DAY],
  [55, 56, CLOCK],
  [57, 58, DAY],
];

/** The formats of a workbook, in the order in which its cells name them. */
export function cellFormatsIn(xml: string): readonly CellFormat[] {
  const own = new Map<string, CellFormat>();
  const formats: CellFormat[] = [];
  let isOfCells = false;
  readXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt') own.set(attribute('numFmtId') ?? '', formatOf(attribute('formatCode') ?? ''));
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) {
        const id = attribute('numFmtId') ?? '';
        formats.push(own.get(id) ?? builtInOf(Number(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

function builtInOf(id: number): CellFormat {
  const [, , format = plainFormat] = builtIn.find(([from, through]) => id >= from && id <= through) ?? [];
  return format;
}

/** What a code of a format has of its own: colours, conditions, texts and signs that stand for themselves are left out. */
function formatOf(code: string): CellFormat {
  const bare = code.replace(/"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(bare)) return /[hs]/i.test(bare) ? CLOCK : DAY;
  return /^0+$/.test(bare) ? { ...plainFormat, digits: bare.length } : plainFormat;
}
