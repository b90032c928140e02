import { issueInWords } from '../facts/input-error.js';
import type { Verdict } from '../findings/result.js';
import { reportOfAll, type Format } from './format.js';
import { isNotBilled } from './items.js';
import { findingsOf, STANDARD_INPUT, type CheckedRecord, type Sums } from './records.js';
import { counted, dollars, grouped } from './text/layout.js';
import { recordInWords, verdicts } from './text/page.js';
import { messageOf, plain, toDo, toldOf } from './told.js';
import { worstFirst, type AtStake } from './worst-first.js';

type Command = 'error' | 'warning' | 'notice';

/** GitHub shows so many annotations of a kind. */
const MOST_SHOWN = 10;

/** Workflow commands of GitHub Actions, which it shows as annotations: what it comes to, then each record to look at. */
export const github: Format = {
  name: 'github',
  says: 'is workflow commands of GitHub Actions, which become annotations: what it comes to, then each record to look at, those with most money first, as GitHub shows ten of a kind.',
  streams: false,
  tellsNotices: false,
  open() {
    return reportOfAll(function* (all, sums) {
      const found = worstFirst(all).flatMap((stake) => {
        const command = commandOf(stake.record);
        return command === undefined ? [] : [{ command, stake }];
      });
      yield line('notice', { title: 'Billability' }, summaryOf(sums, found));
      for (const { command, stake } of found) yield annotation(command, stake);
    });
  },
};

const commands: Readonly<Record<Verdict, Command>> = {
  'not-billable': 'error',
  undetermined: 'warning',
  billable: 'notice',
};

/** Nothing where there is nothing to look at, or nobody means to bill it. */
function commandOf(record: CheckedRecord): Command | undefined {
  const { result } = record;
  if (result.kind === 'invalid') return 'error';
  if (findingsOf(result).length === 0 || isNotBilled(record)) return undefined;
  return result.kind === 'void' ? 'notice' : commands[result.verdict];
}

function summaryOf({ totals }: Sums, found: readonly { readonly command: Command }[]): string {
  const rows = [
    ['billable', totals.billable, totals.billableCharge],
    ['not-billable', totals.notBillable, totals.notBillableCharge],
    ['undetermined', totals.undetermined, totals.undeterminedCharge],
    ['invalid', totals.invalid, '0.00'],
  ] as const;
  const parts = rows.map(([verdict, records, charge]) => {
    const money = charge === '0.00' ? '' : ` (${dollars(charge)})`;
    return `${grouped(records)} ${verdicts[verdict].words}${money}`;
  });
  const isCut = Object.values(commands).some(
    (kind) => found.filter(({ command }) => command === kind).length > MOST_SHOWN,
  );
  const rest = isCut ? ` GitHub shows ${String(MOST_SHOWN)} of a kind, and the log all of them.` : '';
  return `${counted(totals.entries, 'record')}: ${parts.join(', ')}.${rest}`;
}

function annotation(command: Command, { record, charge }: AtStake): string {
  const { place, result } = record;
  const { words } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  const money = charge === undefined ? '' : `, ${dollars(charge)}`;
  const isFile = place !== undefined && place.file !== STANDARD_INPUT;
  return line(
    command,
    {
      ...(isFile && { file: place.file }),
      ...(isFile && place.line !== undefined && { line: String(place.line) }),
      title: `${recordInWords(record)} ${words}${money}`,
    },
    messagesOf(record).map(plain).join('\n'),
  );
}

function messagesOf(record: CheckedRecord): string[] {
  const { result } = record;
  if (result.kind === 'invalid') return result.issues.map(issueInWords);
  return toldOf(record).map(({ finding, line: at }) => {
    const of = at === undefined ? '' : `line ${String(at + 1)}, `;
    return `${of}${finding.rule}: ${[messageOf(finding), ...toDo(finding)].join(' ')}`;
  });
}

/** `::error file=march.csv,line=12,title=…::message` */
function line(command: Command, properties: Readonly<Record<string, string>>, message: string): string {
  const stated = Object.entries(properties).map(([name, value]) => `${name}=${property(plain(value))}`);
  return `::${command} ${stated.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
