import { aboutOf, type About } from '../facts/about.js';
import { holderAt } from '../facts/holder-at.js';
import type { Holder } from '../facts/rows/row.js';
import type { Finding } from '../rules/index.js';
import { count } from '../findings/wording.js';

/**
 * What a biller does about something that is wrong: where to look, and what follows if the facts are as stated. Nothing
 * of what is not known, for which there are questions, and of what is not due yet.
 */
export function nextStep(finding: Finding): string | undefined {
  if (finding.rule === 'claim/code' && finding.outcome === 'unknown' && finding.waived === undefined)
    return UNKNOWN_CODE;
  if (finding.outcome !== 'fail' || finding.waived !== undefined) return undefined;
  const { severity, paths } = finding;
  const special = ofRule(finding);
  if (special !== undefined) return special;
  const [path = ''] = paths;
  const ifNot =
    severity === 'warning' ? 'If not, hold it until a supervisor has decided.' : 'If not, do not bill it.';
  return `${absent[path] ?? elsewhere[aboutOf(path)]} ${ifNot}`;
}

const UNKNOWN_CODE =
  'If the code is of a service on file ("billability services" lists them), name it under that service in "codes" of a file for --config, or state the service of the line. If it is of another service, no rule on file judges it.';

/** Where it may say otherwise. */
const elsewhere: Readonly<Record<About, string>> = {
  session: 'Look in the progress note: if it says otherwise, correct what was entered.',
  claim: 'Look at the claim: if it is otherwise, correct it.',
  member: "Look in the member's file: if it says otherwise, correct what was entered.",
  staff: 'Look in the personnel file: if it says otherwise, correct what was entered.',
  agency: "Look in the agency's own papers: if they say otherwise, correct what was entered.",
  plan: 'Look at the plan: if it says otherwise, correct what was entered; if another was in force that day, enter that one.',
  assessment:
    'Look at the assessment: if it says otherwise, correct what was entered; if another counts for that day, enter that one.',
  documentation: 'Look at the documents: if they say otherwise, correct what was entered.',
  history: 'Look at what was billed: if it is otherwise, correct what is given as already billed.',
};

/** Of what is stated not to exist. */
const absent: Readonly<Record<string, string>> = {
  '/assessment': 'Look for an assessment that counts for that day, and enter it.',
  '/plan': 'Look for a plan in force that day, and enter it.',
  '/staff/supervisor': 'Look in the personnel file for who supervised that day, and enter it.',
};

/** Of rules that compute what would be right, or that look at two sessions. */
function ofRule(finding: Finding): string | undefined {
  switch (finding.rule) {
    case 'units/time': {
      const { supported } = finding.data;
      return supported === null || supported < 1
        ? 'Do not bill it, or correct the times if they are wrong.'
        : `Correct the units to ${String(supported)} and bill those, or correct the times if they are wrong.`;
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
      return 'State the units that the time supports: a whole number, at least 1.';
    case 'session/time':
      return 'Look in the progress note, and correct the times or the minutes that were entered.';
    case 'session/format':
      return 'Look in the progress note: if the format or the number of people was entered wrong, correct it. If not, bill it as the service that it was, if the rules of that one are met.';
    case 'claim/charge': {
      const { expected, units } = finding.data;
      return expected === null || units === null
        ? 'Look at the units and the rate before you send it.'
        : `Look at the units and the rate before you send it: ${count(units, 'unit')} at the rate on file ${units === 1 ? 'is' : 'are'} $${expected}.`;
    }
    case 'claim/code':
      return 'Correct the code and its modifiers, or state the service that was given.';
    case 'claim/local-code':
      return 'Correct the code, or move the line to a claim for the other payer.';
    case 'claim/not-bundled':
      return 'If the bundle is to pay for it, do not bill it by its own code; if not, take it out of the bundle, and bill it.';
    case 'claim/complete':
      return 'Add the lines that were left out, and check the claim again.';
    case 'claim/replaces':
      return 'State the number that the payer gave the claim it stands for, or send it as an original claim.';
    case 'claim/one-line':
      return 'Before you send the claim, put both on one line, with their units added up.';
    case 'claim/duplicate':
      return 'Bill it once. If there were two sessions, state the start times that tell them apart.';
    case 'schedule/member-overlap':
    case 'schedule/staff-overlap':
      return 'Compare both notes, correct the time that is wrong, and bill what took place.';
    case 'schedule/group-roster':
      return 'Hold it until the numbers of people and staff of the group are corrected.';
    case 'session/took-place':
      return 'Do not bill it: take its units and its charge out.';
    default:
      return undefined;
  }
}

/** Who corrects what is wrong. What a claim asks for twice, or under a wrong code, is corrected where it is billed. */
export function holderOf(finding: Finding): Holder {
  return (finding.rule.startsWith('claim/') ? undefined : holderAt(mainPathOf(finding))) ?? 'billing';
}

/** Of the facts that may have to be corrected the first that is no day of service. */
export function mainPathOf({ paths }: Finding): string {
  return paths.find((path) => !path.endsWith('/dateOfService')) ?? '';
}
