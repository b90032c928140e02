import type { Format } from '../../reports/index.js';
import { createWorklist, type WorklistRow } from '../../reports/worklist.js';

/** The worklist as a workbook, which is made when all records are done. */
export const xlsx: Format<Promise<Uint8Array>> = {
  name: 'xlsx',
  says: 'is the same worklist as an Excel workbook, whose first row stays in sight, with a filter: keys are text, so that their zeros stay, and days are days. It goes to a file or a pipe, and to no terminal.',
  streams: false,
  tellsNotices: false,
  isBinary: true,
  open(options) {
    const { rowsByRecord } = createWorklist(options);
    const all: WorklistRow[] = [];
    return {
      start: '',
      records(done) {
        for (const rows of rowsByRecord(done)) all.push(...rows);
        return [];
      },
      end: () => [workbookOf(all)],
    };
  },
};

/** What makes workbooks is loaded here, so that other reports are quick. */
async function workbookOf(rows: readonly WorklistRow[]): Promise<Uint8Array> {
  const { worklistWorkbook } = await import('./worklist-workbook.js');
  return worklistWorkbook(rows);
}
