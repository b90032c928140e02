import { issueInWords, type InputIssue } from '../../facts/input-error.js';
import { InputError } from '../../index.js';
import { UsageError } from '../usage-error.js';

/** What is wrong with what a file states, after its name. */
export function problemIn(file: string, issue: InputIssue): string {
  return `${file}: ${issueInWords(issue)}`;
}

/** Does what may refuse what a file states. */
export function refusedIn<Done>(file: string, work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map((issue) => problemIn(file, issue)));
  }
}
