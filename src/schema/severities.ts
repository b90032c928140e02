import { jsonPointer, type InputIssue } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';

/** What is wrong with what failures of rules are to mean. */
export function severityIssues(
  stated: Readonly<Record<string, unknown>>,
  choices: readonly string[],
  rules: readonly string[],
): InputIssue[] {
  return Object.entries(stated).flatMap(([rule, severity]): InputIssue[] => {
    if (!rules.includes(rule)) return [notARule(rule, rules, ['severities'], rule)];
    if (choices.some((choice) => choice === severity)) return [];
    const message = `expected one of ${choices.map((choice) => `"${choice}"`).join(', ')}`;
    return [{ code: 'not-a-choice', path: jsonPointer(['severities', rule]), message }];
  });
}

const LONGEST_ID = 60;

/**
 * That no service on file has such a rule.
 *
 * @param at where it stands.
 * @param key it, where it is a key: then its place is told only if it is almost one of ours.
 */
export function notARule(
  id: string,
  rules: readonly string[],
  at: readonly string[],
  ...key: readonly string[]
): InputIssue {
  const near = id.length > LONGEST_ID ? undefined : nearest(id, rules, 3);
  const advice = near === undefined ? ', such as "units/daily-limit"' : `; did you mean "${near}"?`;
  const path = jsonPointer(near === undefined ? at : [...at, ...key]);
  return { code: 'rule-not-on-file', path, message: `expected the id of a rule on file${advice}` };
}
