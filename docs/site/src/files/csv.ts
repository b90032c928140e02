import { decodeTable, delimiterOf } from 'billability/adapters/tables';
import { csvLines } from '../../../../src/adapters/tables/rows';
import { formOf } from '../../../../src/cli/input/table-notices';
import type { OpenTable } from './opened';

export function openCsv(name: string, bytes: Uint8Array): OpenTable {
  const { text, encoding } = decodeTable(bytes);
  const lines = csvLines(text);
  return {
    kind: 'table',
    name,
    rows: lines.map(({ cells }) => cells),
    lineOf: (row) => lines[row - 1]?.line ?? row,
    form: formOf(delimiterOf(text), encoding),
    told: [],
    from1904: false,
  };
}
