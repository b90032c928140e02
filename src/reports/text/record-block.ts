import type { ClaimResult } from '../../check/result.js';
import type { Claim } from '../../facts/generated/types.js';
import { issueInWords } from '../../facts/input-error.js';
import { placeAt } from '../../findings/places.js';
import type { Finding } from '../../rules/index.js';
import { addUnits } from '../../units/quantity.js';
import type { CivilDate } from '../../values/civil-date.js';
import { sum } from '../../values/sum.js';
import type { Style } from '../format.js';
import { itemsOf } from '../items.js';
import { linesOfClaim, located, sessionOf, type CheckedLine, type CheckedRecord } from '../records.js';
import { counted, dollars, paragraph, printable, WIDTH } from './layout.js';
import { recordInWords, verdicts, type Page } from './page.js';
import { causeBlock, causesOf, toShow, type Told } from './findings.js';
import { placesLine } from './places.js';
import { sharedKey, type Shared } from './shared.js';
import { waysBlock } from './ways.js';

/** A record that a person should look at. */
export function* recordBlock(
  checked: CheckedRecord,
  page: Page,
  shared: Shared = nothingShared,
): Generator<string> {
  const record = located(checked);
  const { result, place } = record;
  const places = record.places ?? {};
  const told: Told = { asked: new Set(), places: [places['']] };
  const { words, paint } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  yield '\n';
  yield* headingLines([recordInWords(record), ...factsOf(record, page), words.toUpperCase()], paint, page);
  if (place === undefined) yield* placesLine([places['']], [], '  ', page);
  switch (result.kind) {
    case 'invalid':
      for (const issue of result.issues) {
        yield page.wrap(printable(issueInWords(issue)), '  ', '    ');
        yield* placesLine([placeAt(issue.path, places)], told.places, '    ', page);
      }
      break;
    case 'void':
    case 'session':
      yield* causeBlocks(result.findings, page, '  ', told, shared, sessionOf(record)?.dateOfService);
      yield* waysBlock(record.ways, page, '  ');
      break;
    case 'claim':
      yield* claimBlock(record, result, page, told, shared);
  }
}

const nothingShared: Shared = new Map();

/** As many parts in a line as it takes, and a part that is longer than a line over several; the last part is in colour. */
function* headingLines(
  parts: readonly string[],
  paint: (style: Style) => (text: string) => string,
  { style, options: { width = WIDTH } }: Page,
  indent = '',
): Generator<string> {
  let written = 0;
  for (const [index, part] of parts.entries()) {
    const painted = (text: string) => style.bold(index === parts.length - 1 ? paint(style)(text) : text);
    const isOnLine = index > 0 && written + 2 + part.length <= width;
    const before = isOnLine ? '  ' : `${indent}${index === 0 ? '' : '  '}`;
    const lines = paragraph(part, before, `${indent}  `, isOnLine ? Infinity : width)
      .trimEnd()
      .split('\n');
    if (index > 0 && !isOnLine) yield '\n';
    for (const [at, line] of lines.entries()) {
      const text = line.trimStart();
      yield `${at === 0 ? '' : '\n'}${line.slice(0, -text.length)}${painted(text)}`;
      written = (isOnLine ? written : 0) + line.length;
    }
  }
  yield '\n';
}

/** What is found, cause by cause; what is told above is named by its number. */
function* causeBlocks(
  findings: readonly Finding[],
  page: Page,
  indent: string,
  told: Told,
  shared: Shared,
  day?: CivilDate,
): Generator<string> {
  const above: number[] = [];
  const causes = causesOf(findings, page.options);
  for (const cause of causes) {
    const number = shared.get(sharedKey(cause, day) ?? '')?.number;
    if (number === undefined) yield* causeBlock(cause, page, indent, told);
    else above.push(number);
  }
  above.sort((one, other) => one - other);
  if (above.length > 0) yield page.wrap(above.map((number) => `[${String(number)}]`).join(' '), indent);
  if (causes.filter(([one]) => one?.outcome === 'fail' && one.severity === 'error').length > 1)
    yield page.wrap('Bill it only when all of these are settled.', indent);
}

function factsOf(record: CheckedRecord, { titleOf }: Page): string[] {
  const { result, value } = record;
  const session = sessionOf(record);
  const items = itemsOf(record);
  const units = items.reduce<number | undefined>(
    (all, item) => (item.units === undefined ? all : addUnits(all ?? 0, item.units)),
    undefined,
  );
  const charges = items.flatMap(({ charge }) => charge ?? []);
  const amounts = [
    ...(units === undefined ? [] : [counted(units, 'unit')]),
    ...(charges.length === 0 ? [] : [dollars(sum(charges))]),
  ];
  if (session !== undefined)
    return [session.dateOfService, titleOf(session.service, session.dateOfService), ...amounts];
  return result.kind === 'claim'
    ? [`claim of ${counted((value as Claim).lines.length, 'line')}`, ...amounts]
    : [];
}

/** What is found of a claim as a whole, then each line to look at, then what of its charges is billable. */
function* claimBlock(
  record: CheckedRecord,
  result: ClaimResult,
  page: Page,
  told: Told,
  shared: Shared,
): Generator<string> {
  const { options, wrap } = page;
  yield* causeBlocks(result.findings, page, '  ', told, shared);
  for (const line of linesOfClaim(record.value, result)) {
    if (toShow(line.result.findings, options).length === 0) continue;
    const { words, paint } = verdicts[line.result.verdict];
    yield* headingLines([...lineHeading(line, page), words], paint, page, '  ');
    const place = record.places?.[`/lines/${String(line.index)}`];
    yield* placesLine([place], told.places, '    ', page);
    const ofLine = { ...told, places: [...told.places, place] };
    yield* causeBlocks(line.result.findings, page, '    ', ofLine, shared, line.line.dateOfService);
  }
  const charges = chargesInWords(result);
  if (charges !== undefined) yield wrap(charges, '  ', '    ');
}

function lineHeading({ line, result: { lineNumber, service } }: CheckedLine, { titleOf }: Page): string[] {
  const title = service === null ? 'no definition on file' : titleOf(service, line.dateOfService);
  return [`line ${String(lineNumber)}`, line.dateOfService, codeOf(line), title].filter(
    (part) => part !== '',
  );
}

/** The code as written; nothing where what is written is no code. */
function codeOf({ procedureCode, modifiers }: CheckedLine['line']): string {
  const parts = [procedureCode, ...(modifiers ?? [])];
  return parts.every((part) => /^[A-Za-z0-9]{1,10}$/.test(part)) ? parts.join(' ') : '';
}

function chargesInWords({ totals }: ClaimResult): string | undefined {
  if (totals.charge === '0.00') return undefined;
  const parts = [
    `${dollars(totals.billableCharge)} billable`,
    `${dollars(totals.notBillableCharge)} not billable`,
    `${dollars(totals.undeterminedCharge)} cannot be told yet`,
  ];
  return `charged ${dollars(totals.charge)}: ${parts.join(', ')}`;
}
