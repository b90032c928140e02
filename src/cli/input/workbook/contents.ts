import { UsageError } from '../../usage-error.js';
import type { Archive } from './archive.js';
import { cellFormatsIn } from './cell-formats.js';
import type { CellsOf } from './sheet.js';
import { sharedTextsIn } from './texts.js';
import { readXml } from './xml.js';

/** What to do with a table in a form that is not read. */
export const SAVE = 'save it as an Excel workbook (.xlsx) or as CSV UTF-8';

/** What a workbook holds, and what its cells refer to. */
interface Contents {
  /** The paths of its sheets, in their order, without those that nobody sees. */
  readonly sheets: readonly string[];
  readonly from1904: boolean;
  readonly cells: CellsOf;
}

/** Throws where the parts do not fit together, and UsageError where they are none of a workbook. */
export function contentsOf(archive: Archive): Contents {
  const [main = 'xl/workbook.xml'] = pathsIn(archive, '', 'officeDocument').values();
  if (!archive.has(main)) throw new UsageError([otherZip(archive)]);
  const sheetPaths = pathsIn(archive, main, 'worksheet');
  const sheets: { readonly path: string; readonly isSeen: boolean }[] = [];
  let from1904 = false;
  readXml(archive.text(main), {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 ||= ['1', 'true'].includes(attribute('date1904') ?? '');
      const path = name === 'sheet' ? sheetPaths.get(attribute('id') ?? '') : undefined;
      if (path !== undefined) sheets.push({ path, isSeen: (attribute('state') ?? 'visible') === 'visible' });
    },
  });
  const seen = sheets.filter(({ isSeen }) => isSeen);
  const textOf = (type: string) => [...pathsIn(archive, main, type).values()].map(archive.text);
  return {
    sheets: (seen.length === 0 ? sheets : seen).map(({ path }) => path),
    from1904,
    cells: {
      texts: textOf('sharedStrings').flatMap(sharedTextsIn),
      formats: textOf('styles').flatMap(cellFormatsIn),
      from1904,
    },
  };
}

/** By key, the paths of the parts of a kind that a part refers to. */
function pathsIn(archive: Archive, from: string, type: string): ReadonlyMap<string, string> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(from) ?? [];
  const paths = new Map<string, string>();
  const relations = `${folder}_rels/${file}.rels`;
  if (!archive.has(relations)) return paths;
  readXml(archive.text(relations), {
    open(name, attribute) {
      const target = attribute('Target') ?? '';
      if (name !== 'Relationship' || attribute('Type')?.endsWith(`/${type}`) !== true) return;
      paths.set(
        attribute('Id') ?? '',
        target.startsWith('/') ? target : folder + target.replace(/^\.\//, ''),
      );
    },
  });
  return paths;
}

function otherZip({ has }: Archive): string {
  if (has('xl/workbook.bin')) return `is a binary workbook (.xlsb); open it in Excel and ${SAVE}`;
  if (has('content.xml')) return `is an OpenDocument file (.ods or the like); open it and ${SAVE}`;
  return 'is a zip file that holds no workbook; unpack it and name the file in it';
}
