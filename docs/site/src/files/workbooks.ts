import { readWorkbook } from '../../../../src/cli/input/workbook';
import type { OpenTable } from './opened';

export function openWorkbook(name: string, bytes: Uint8Array): OpenTable {
  const { rows, from1904, told } = readWorkbook(bytes);
  return { kind: 'table', name, rows, from1904, told, form: 'an Excel workbook', lineOf: (row) => row };
}
