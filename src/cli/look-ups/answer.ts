import { InputError } from '../../index.js';
import { exitStatuses } from '../exit-status.js';
import { standardOutput } from '../output/standard-output.js';
import { writeOut } from '../output/write.js';
import { UsageError } from '../usage-error.js';

/** What a look-up found, for a person and for a program. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** Whether the documents on file set what was asked for; they do, if left out. */
  readonly isSet?: boolean;
}

export type LookUp<Request> = (request: Request) => Answer | Promise<Answer>;

/** Looks up and writes the answer. Gives the exit status. */
export async function giveAnswer<Request extends { readonly format: 'text' | 'json' }>(
  lookUp: LookUp<Request>,
  request: Request,
): Promise<number> {
  const { text, json, isSet = true } = await answerTo(lookUp, request);
  const written = request.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : text;
  await writeOut([written], standardOutput());
  return isSet ? exitStatuses.allBillable : exitStatuses.undetermined;
}

async function answerTo<Request>(lookUp: LookUp<Request>, request: Request): Promise<Answer> {
  try {
    return await lookUp(request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map(({ path, message }) => `${path.slice(1)}: ${message}`));
  }
}
