import { settled } from '../../facts/history.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { readCode } from '../../facts/written-code.js';
import type { Problem } from '../../facts/found.js';
import { collectProblems } from '../reader.js';
import type { X12Payment } from './payments.js';

const reversed = {
  code: 'x12-reversed',
  message: 'A line that was paid, and was taken back by a reversal (CLP02 22), is not counted.',
};
const ofNothing = {
  code: 'x12-reversal-of-nothing',
  message:
    'A reversal (CLP02 22) whose line is in none of the files is left out. Give the 835 that paid it too.',
};

/**
 * What is left of the payments of one or more 835, in whichever order they were read: a reversal (CLP02 22) cancels the
 * line that it takes back, whatever the sign of its units, and neither is given. One whose line is among `others` stays,
 * with as many units below zero as that line has; one whose line is in none of the files is left out and counted.
 *
 * @param payments in units below zero what takes back, as {@link readX12RemittancesStream} gives them.
 * @param others uses from elsewhere, which may be the lines that were taken back.
 *
 * @example
 * const paid = { id: 'C-1', service: 'mo/H2017HO', memberId: 'M-1', dateOfService: '2025-03-18', units: 4 };
 * const takenBack = { value: { ...paid, units: -1 }, places: { '': 'line 9, ST 0001 segment 7, loop 2110, SVC' } };
 * cancelReversals([{ value: paid, places: {} }, takenBack]).records; // []
 * cancelReversals([takenBack], [paid]).records[0]?.value.units; // -4
 * cancelReversals([takenBack]).problems[0]?.code; // 'x12-reversal-of-nothing'
 */
export function cancelReversals(
  payments: readonly X12Payment[],
  others: readonly PriorUse[] = [],
): { records: X12Payment[]; problems: Problem[] } {
  const problems = collectProblems();
  const open = new Map<string, X12Payment[]>();
  const elsewhere = new Map<string, PriorUse[]>();
  for (const { use } of settled(others).uses) addTo(elsewhere, keyOf(use), use);
  const gone = new Set<X12Payment>();
  const rewritten = new Map<X12Payment, X12Payment>();
  for (const payment of inOrderOfPayment(payments)) {
    const { value } = payment;
    const key = keyOf(value);
    if (value.units >= 0) {
      addTo(open, key, payment);
      continue;
    }
    const paid = takenFrom(open.get(key), (one) => one.value, value);
    const other = paid === undefined ? takenFrom(elsewhere.get(key), (one) => one, value) : undefined;
    const taken = paid ?? other;
    if (taken === undefined) problems.add({ ...ofNothing, place: String(payment.places['']) });
    else problems.add({ ...reversed, place: String(payment.places['']) });
    if (other !== undefined) rewritten.set(payment, { ...payment, value: { ...other, units: -other.units } });
    else gone.add(payment);
    if (paid !== undefined) gone.add(paid);
  }
  const records = payments.flatMap((one) => (gone.has(one) ? [] : (rewritten.get(one) ?? one)));
  return { records, problems: problems.all() };
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Files may be given in any order: what is taken back was paid before. */
function inOrderOfPayment(payments: readonly X12Payment[]): X12Payment[] {
  const dayOf = ({ paidOn }: X12Payment) => paidOn ?? '';
  return [...payments].sort((one, other) => {
    if (dayOf(one) === dayOf(other)) return 0;
    return dayOf(one) < dayOf(other) ? -1 : 1;
  });
}

/** Takes the line that a reversal is about from a list: of its claim, with as many units, else the last of its claim. */
function takenFrom<Item>(
  list: Item[] | undefined,
  useOf: (item: Item) => PriorUse,
  reversal: PriorUse,
): Item | undefined {
  const own = (list ?? []).filter((one) => isOfOneClaim(useOf(one), reversal));
  const taken = own.findLast((one) => useOf(one).units === -reversal.units) ?? own.at(-1);
  if (taken !== undefined) list?.splice(list.indexOf(taken), 1);
  return taken;
}

/** By the payer's number or the sender's own; a use that states neither may be of any claim. */
function isOfOneClaim({ id, payerClaimId }: PriorUse, reversal: PriorUse): boolean {
  if (id == null && payerClaimId == null) return true;
  return (
    (id != null && id === reversal.id) || (payerClaimId != null && payerClaimId === reversal.payerClaimId)
  );
}

/** Of one member, service or code, and days. */
function keyOf(use: PriorUse): string {
  const { memberId, service, procedureCode, modifiers, dateOfService, dateOfServiceThrough } = use;
  const code = service == null && procedureCode != null ? readCode({ procedureCode, modifiers }) : undefined;
  return JSON.stringify([memberId, service ?? code, dateOfService, dateOfServiceThrough ?? dateOfService]);
}
