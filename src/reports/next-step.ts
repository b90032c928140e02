import { aboutOf, type About } from '../facts/about.js';
import type { Finding } from '../rules/index.js';
import { count } from '../findings/wording.js';

/**
 * What a biller does about something that is wrong: where to look, and what follows if the facts are as stated. Nothing
 * of what is not known, for which there are questions, and of what is not due yet.
 */
export function nextStep(finding: Finding): string | undefined {
  if (finding.outcome !== 'fail') return undefined;
  const { severity, paths } = finding;
  const special = ofRule(finding);
  if (special !== undefined) return special;
  const ifSo =
    severity === 'warning'
      ? 'If not, it may be billed; have somebody decide that first.'
      : 'If not, do not bill it.';
  return `${elsewhere[aboutOf(String(paths[0]))]} ${ifSo}`;
}

/** Where it may say otherwise. */
const elsewhere: Readonly<Record<About, string>> = {
  session: 'If the session was otherwise, have its record corrected.',
  claim: 'If it is otherwise, correct the claim.',
  member: "If the member's file says otherwise, correct what was entered.",
  staff: 'If the personnel file says otherwise, correct what was entered.',
  agency: "If the agency's papers say otherwise, correct what was entered.",
  plan: 'If another plan was in force that day, enter that one; if this one says otherwise, correct what was entered.',
  assessment:
    'If another assessment counts for that day, enter that one; if this one says otherwise, correct what was entered.',
  documentation: 'If the documents say otherwise, correct what was entered.',
  history: 'If it was not billed before, correct what is given as already billed.',
};

const lookAtBoth =
  'Find out which of the two is right, correct or drop the other, and bill what took place, once.';

/** Of rules that compute what would be right, or that look at two sessions. */
function ofRule(finding: Finding): string | undefined {
  switch (finding.rule) {
    case 'units/time': {
      const { supported } = finding.data;
      return `${supported === null || supported < 1 ? 'Do not bill it' : `Bill ${count(supported, 'unit')}`}, or correct the times if they are wrong.`;
    }
    case 'units/daily-limit':
    case 'units/monthly-limit': {
      const { remaining, over } = finding.data;
      if (remaining === null || over === null)
        return 'Find out the units already used, and bill at most those that are left.';
      return remaining > 0
        ? `Bill at most ${count(remaining, 'unit')}; ${count(over, 'unit')} of it cannot be billed.`
        : 'No unit is left: do not bill it.';
    }
    case 'units/whole':
      return 'State a whole number of units, at least 1.';
    case 'claim/charge': {
      const { expected, units } = finding.data;
      return expected === null || units === null
        ? 'Look at the units and the rate before you send it.'
        : `Charge $${expected} if ${count(units, 'unit')} ${units === 1 ? 'is' : 'are'} right; otherwise correct the units. It may be billed either way.`;
    }
    case 'claim/code':
    case 'claim/local-code':
      return 'Correct the code and its modifiers, or state the service that was given.';
    case 'claim/complete':
      return 'Add the lines that were left out, and check the claim again.';
    case 'claim/replaces':
      return 'State the number that the payer gave the claim it stands for, or send it as an original claim.';
    case 'claim/one-line':
      return 'Put both on one line, with their units added up.';
    case 'claim/duplicate':
      return 'Bill it once. If there were two sessions, state the start times that tell them apart.';
    case 'schedule/member-overlap':
    case 'schedule/staff-overlap':
      return lookAtBoth;
    case 'schedule/group-roster':
      return 'Have the roster of the group and its numbers of people and staff corrected, or do not bill it.';
    case 'session/took-place':
      return 'Do not bill it.';
    default:
      return undefined;
  }
}
