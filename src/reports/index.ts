import { csv } from './csv.js';
import { fhir } from './fhir.js';
import type { Format } from './format.js';
import { github } from './github.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { ndjson } from './ndjson.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/**
 * All formats, in the order in which the command lists them.
 *
 * @example
 * formats.map(({ name }) => name); // [ 'text', 'json', 'ndjson', 'csv', 'html', 'sarif', 'junit', 'github', 'fhir', 'markdown' ]
 */
export const formats: readonly Format[] = [
  text,
  json,
  ndjson,
  csv,
  html,
  sarif,
  junit,
  github,
  fhir,
  markdown,
];

export { csv, fhir, github, html, json, junit, markdown, ndjson, sarif, text };
export { formatFinding, formatResult } from './format-result.js';
export { reportOf } from './format.js';
export { questionsOf } from './questions.js';
export { withEntries } from './records.js';
export { createRuleTable, ruleTable } from './rule-table.js';
export { worklistRows } from './worklist.js';

export type { ReportOptions, BatchReportOptions, Format, Report, Style } from './format.js';
export type { Question, QuestionsAbout, Subject } from './questions.js';
export type { RuleRow } from './rule-row.js';
export type { RuleTable } from './rule-table.js';
export type { CheckedRecord, Place, RecordStream, Sums } from './records.js';
export type { WorklistColumn, WorklistRow } from './worklist.js';
