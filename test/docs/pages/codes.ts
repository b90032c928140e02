import { issueCodes } from '../../../src/facts/input-error.js';
import { notices, reasons, type Told } from '../../support/told.js';
import { code, table } from './markdown.js';
import { problemCodes } from './problem-codes.js';

/** The page that lists what is told by code: notices, reasons, and what is wrong with an input. */
export function codesMarkdown(): string {
  return [
    '# Codes',
    '',
    'What is told beside findings has a `code` for a program and a `message` for a person. A code stays what it is; a message',
    'may change. Where a message has numbers, days or codes in it, they stand in `data` too. Messages and data are shown by',
    'example.',
    '',
    '## Notices',
    '',
    'What a person should know of a result: `notices` of a session, a line, a claim or a batch, and `notice` of a look-up.',
    '',
    ...table(['Code', 'Data', 'Message'], notices.map(rowOf)),
    '',
    '## Reasons',
    '',
    'Why a rule is not applicable: `notApplicable` of a session or a line. Where a clause of a definition says in its',
    '`otherwise` why it does not apply, the message is that.',
    '',
    ...table(['Code', 'Data', 'Message'], reasons.map(rowOf)),
    '',
    '## Issues',
    '',
    'What is wrong with an input: `issues` of an entry that cannot be read, of `InputError` and of `DefinitionError`. The message',
    'says what is accepted there, and never repeats a value. In code the list is `issueCodes`, and the type of a code `IssueCode`.',
    '',
    ...table(['Code', 'What it says'], rowsOf(issueCodes)),
    '',
    '## Problems of files',
    '',
    'What a reader of `billability/adapters` did not carry over, or not understand: `problems` and `told` of what it gives, and in a',
    'check the notice `problem`. A problem says where, and with `count` how often; it holds no value of the file.',
    '',
    '### X12: 837P and 835',
    '',
    ...table(['Code', 'What it says'], rowsOf(problemCodes.x12)),
    '',
    '### Tables: CSV, workbooks and what is joined to records',
    '',
    ...table(['Code', 'What it says'], rowsOf(problemCodes.tables)),
    '',
    '### FHIR',
    '',
    ...table(['Code', 'What it says'], rowsOf(problemCodes.fhir)),
    '',
  ].join('\n');
}

function rowOf({ code: one, data, message }: Told): string[] {
  return [code(one), data === undefined ? '' : code(JSON.stringify(data)), message];
}

function rowsOf(codes: Readonly<Record<string, string>>): string[][] {
  return Object.entries(codes).map(([one, says]) => [code(one), says]);
}
