import { throughOf } from '../facts/history.js';
import type { PriorUse, Session } from '../facts/generated/types.js';
import type { SessionUnderCheck } from '../rules/rule.js';
import { add, createAccount, used, type Account, type Used, type Who } from '../units/account.js';
import { everyPer, periods, type Per } from '../units/period.js';
import { exactly } from '../units/quantity.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Service } from '../services/service.js';
import type { UseBefore } from './entry.js';
import { apartFrom, usesIn, withServices } from './prior-uses.js';

/** Units of a session's service that its member used before, in the period of the session. */
export type UsedBefore = SessionUnderCheck['usedBefore'];

const nothingUsed: Used = { atLeast: 0, atMost: 0, unknown: [], perhaps: 0 };
const usageNotKnown: Used = { atLeast: 0, atMost: Infinity, unknown: [{ path: 'history' }], perhaps: 0 };

const nothing = { used: () => nothingUsed, idsAgree: 0 };
const notKnown = { used: () => usageNotKnown, idsAgree: 0 };

/** An account of what was billed before. Left out, that is not known. */
export function accountOf(uses: readonly Omit<UseBefore, 'index'>[] | undefined): Account {
  const account = createAccount(uses !== undefined);
  for (const { use, who, mayBeOf } of uses ?? []) {
    const [day, through, isDoubtful] = [use.dateOfService, throughOf(use), mayBeOf !== undefined];
    const units = exactly(use.units);
    for (const service of mayBeOf ?? [String(use.service)]) {
      add(account, { who, service, day, through, units, isDoubtful, isPrior: true });
    }
  }
  return account;
}

export function usedBefore(account: Account, who: Who, { service, dateOfService }: Session): UsedBefore {
  return (per) => used(account, who, service, dateOfService, per);
}

/** Use before a single check: every prior use in the period counts, later ones too, but for the session itself. */
export function usedInHistory(
  history: readonly PriorUse[] | null | undefined,
  session: Session,
  service: Service,
  onFile: readonly Service[],
): { readonly used: UsedBefore; readonly idsAgree: number } {
  if (history == null) return notKnown;
  if (history.length === 0) return nothing;
  const who = whoIs(session, 0);
  const uses = usesIn(history, ({ memberId }) => memberId ?? who);
  const { before, idsAgree } = apartFrom([{ session, who }], uses);
  const others = before.filter(({ use }) =>
    everyPer.some((one) => isInPeriodOf(one, use, session.dateOfService)),
  );
  const account = accountOf(withServices(others, [service], onFile));
  return { used: usedBefore(account, who, session), idsAgree: idsAgree.length };
}

/** The key of the member, or, where none is stated, the place of the entry: another entry may be of the same member. */
export function whoIs({ member }: Pick<Session, 'member'>, place: number): Who {
  return member?.id ?? place;
}

function isInPeriodOf(per: Per, use: PriorUse, day: CivilDate): boolean {
  const { from, through } = periods[per].boundsOf(day);
  return use.dateOfService <= through && (throughOf(use) ?? use.dateOfService) >= from;
}
