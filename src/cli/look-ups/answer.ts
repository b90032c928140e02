import { InputError, type Checker } from '../../index.js';
import { exitStatuses } from '../exit-status.js';
import { configuredChecker } from '../input/read-config.js';
import { standardOutput } from '../output/standard-output.js';
import { writeOut } from '../output/write.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';

/** What a look-up found, for a person and for a program. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** Whether the documents on file set what was asked for; they do, if left out. */
  readonly isSet?: boolean;
  /** Whether it is the same with any configuration. */
  readonly ignoresConfig?: boolean;
}

/** What every look-up is asked with. */
export interface LookUpRequest {
  readonly format: 'text' | 'json';
  readonly config?: string;
}

export type LookUp<Request> = (request: Request & { readonly checker: Checker }) => Answer | Promise<Answer>;

/** Looks up and writes the answer. Gives the exit status. */
export async function giveAnswer<Request extends LookUpRequest>(
  lookUp: LookUp<Request>,
  request: Request,
): Promise<number> {
  const checker = await configuredChecker(request.config);
  const { text, json, isSet = true, ignoresConfig = false } = await answerTo(lookUp, { ...request, checker });
  const written = request.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : text;
  await writeOut([written], standardOutput());
  if (ignoresConfig && request.config !== undefined) say(['the configuration changes nothing here']);
  return isSet ? exitStatuses.allBillable : exitStatuses.undetermined;
}

async function answerTo<Request>(
  lookUp: LookUp<Request>,
  request: Request & { readonly checker: Checker },
): Promise<Answer> {
  try {
    return await lookUp(request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map(({ path, message }) => `${path.slice(1)}: ${message}`));
  }
}
