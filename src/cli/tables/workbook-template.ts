import writeWorkbook from 'write-excel-file/universal';
import type { TemplateColumn } from '../../adapters/tables/index.js';
import { sameBytes } from '../output/same-bytes.js';

/** How many rows of keys are text before anybody types into them, so that their zeros stay. */
const ROWS = 1_000;
const WIDTH = 24;

/** A workbook of two rows that stay in sight: what the cells of each column take, and its heading. Equal columns give equal bytes. */
export async function workbookTemplate(columns: readonly TemplateColumn[]): Promise<Uint8Array> {
  const says = columns.map((column) => ({
    ...{ value: column.says, type: String, wrap: true, alignVertical: 'top' as const },
    ...{ fontStyle: 'italic' as const, textColor: '#595959' },
  }));
  const headings = columns.map(({ heading }) => ({
    ...{ value: heading, type: String, fontWeight: 'bold' as const },
  }));
  const keys = columns.map(({ heading }) => (isKey(heading) ? { type: String, format: '@' } : null));
  const rows = [says, headings, ...Array.from({ length: ROWS }, () => keys)];
  const written = writeWorkbook(rows, {
    sheet: 'Sessions',
    columns: columns.map(() => ({ width: WIDTH })),
    stickyRowsCount: 2,
  });
  return sameBytes(await written.toBlob());
}

function isKey(heading: string): boolean {
  return /(?:^|\.)id$/.test(heading);
}
