import { fhirProblems } from '../../../src/adapters/fhir/problems.js';

/** What each adapter tells of a file, by code, and what it means for the person who holds the file. */
export const problemCodes: Readonly<Record<'x12' | 'tables' | 'fhir', Readonly<Record<string, string>>>> = {
  x12: {
    'x12-unreadable': 'From there on the text is no X12. What stood before it was read.',
    'x12-no-end': 'The file ends before its IEA: transactions may be missing.',
    'x12-cut-off': 'A transaction ends before its SE: the last line of its last claim is left out.',
    'x12-segment-count':
      'SE01 does not count the segments of its transaction. Its claims are read as they stand.',
    'x12-other-transaction': 'A transaction of another kind, such as an 837I, is skipped.',
    'x12-member-without-key':
      'The member of a claim has no identifier: limits and duplicates cannot be told.',
    'x12-birth-date': 'The birth date is no day that exists, and is not known.',
    'x12-payer':
      'The payer is not in `payers` of the mapping: whose rules apply is not known. What it paid is left out.',
    'x12-frequency': 'The claim is neither an original, a replacement nor a void: its lines are left out.',
    'x12-line-without-service': 'A service line has no SV1, and is left out.',
    'x12-two-services': 'A service line has two SV1, and is left out.',
    'x12-line-without-hcpcs': 'A service line has no HCPCS code, and is left out.',
    'x12-charge': 'The charge of a line is no amount of dollars and whole cents, and the line is left out.',
    'x12-quantity': 'The quantity of a line is neither units nor minutes, and the line is left out.',
    'x12-day': 'The day, or days, of a line are not stated or do not exist, and the line is left out.',
    'x12-status': 'A payment has a status that is neither paid, denied nor reversed, and is left out.',
    'x12-payment-without-member': 'A paid claim has no identifier of its member, and is left out.',
    'x12-payment-without-lines': 'A paid claim has no service lines, and is left out.',
    'x12-payment-without-hcpcs': 'A paid line has no HCPCS code, and is left out.',
    'x12-payment-day': 'A paid line has no day of service that exists, and is left out.',
    'x12-payment-units': 'The units of a paid line are no number, and it is left out.',
    'x12-several-services': 'Several services on file have the code of a paid line, and it is left out.',
    'x12-code-not-on-file':
      'No service on file has the code of a paid line: limits of services without a code on file are not known for its member.',
    'x12-reversed': 'A paid line was taken back by a reversal, and is not counted.',
    'x12-reversal-of-nothing': 'A reversal takes back a line that is in none of the files, and is left out.',
  },
  tables: {
    'column-read': 'Which fact a column is read as.',
    'columns-ignored': 'Columns that nothing is read from.',
    'column-missing': 'The mapping names a heading that is not there.',
    'fact-nowhere': 'No column states what every record must have.',
    'rows-above': 'Rows above the headings are skipped.',
    'rows-blank': 'Blank rows are skipped.',
    'rows-of-headings': 'Rows that repeat the headings are skipped.',
    'rows-of-totals': 'Rows with nothing but a total are skipped.',
    'row-not-read':
      'A row has more or fewer cells than there are columns. It keeps its key, and cannot be billed.',
    'row-broken': 'Quotes of a row do not match, so that its cells are not known.',
    'cell-not-read':
      'A cell is not of the kind of its column. Its record cannot be billed until it is mended.',
    'cells-empty': 'A word for nothing, such as N/A, is read as an empty cell.',
    'format-asked': 'Month or day may come first in every cell of a column: state `format`.',
    'days-in-two-forms': 'Month and day change places from cell to cell: state `format`.',
    'key-changed': 'The spreadsheet has made a number or a day of a key, which is not read.',
    'zeros-lost': 'Keys are numbers: zeros at their start may be lost.',
    'stated-differently':
      'A fact is stated twice, and differently: it is not known, or stays as it is billed.',
    'claim-not-together': 'Rows of one claim do not follow each other, and come as several claims.',
    'row-without-key': 'A row of `--facts` has no key, and is not used.',
    'key-without-row': 'A record has a key that the table has no row of.',
    'key-found-nobody': 'A row has a key that no record has.',
    'key-alike':
      'Two keys differ only in letter case, blanks or zeros at their start. They are not taken for one.',
    'row-of-other-day': 'A row states a day on which its key has no record.',
  },
  fhir: fhirProblems,
};
