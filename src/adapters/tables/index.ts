export { decodeTable, encodingOf } from './encoding.js';
export { csvRows, csvRowsStream, delimiterOf } from './rows.js';
export { readTable, readTableStream } from './read.js';
export { createJoin, joinFacts } from './join.js';
export { suggestMapping } from './suggest.js';
export { templateOf } from './template.js';

export type { FoundIn, FoundRecord, Problem } from '../../facts/found.js';
export type { ColumnKind } from './columns.js';
export type { Join, JoinedTable, JoinKey } from './join.js';
export type { Mapping } from './mapping.js';
export type { ColumnMapping } from './planned-column.js';
export type { FoundInTable, TableStream, TableStreamOptions } from './read.js';
export type { TableEncoding } from './encoding.js';
export type { Cell, Delimiter, Row } from './rows.js';
export type { SuggestOptions } from './suggest.js';
export type { TableOptions, TableTold } from './table.js';
export type { TemplateColumn } from './template.js';
