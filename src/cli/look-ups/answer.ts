import { InputError, type Checker } from '../../index.js';
import { exitStatuses } from '../exit-status.js';
import type { StatedConfig } from '../config-option.js';
import { configNotices, readsStandardInput, withConfig, type ChosenConfig } from '../input/found-config.js';
import { configuredChecker } from '../input/read-config.js';
import type { Io } from '../io.js';
import { fileOutput } from '../output/file-output.js';
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
  /** The exit status, where it is of its own. */
  readonly status?: number;
  /** Whether it is the same with any configuration. */
  readonly ignoresConfig?: boolean;
}

/** What every look-up is asked with. */
export interface LookUpRequest extends StatedConfig {
  readonly format: 'text' | 'json';
  /** Where the answer is written to; standard output where left out. */
  readonly output?: string;
}

export type LookUp<Request> = (
  request: Chosen<Request> & { readonly checker: Checker },
  io: Io,
) => Answer | Promise<Answer>;

/** A look-up that reads by itself what is on file. */
export type OwnLookUp<Request> = (request: Chosen<Request>, io: Io) => Answer | Promise<Answer>;

type Chosen<Request> = Omit<Request, keyof StatedConfig> & ChosenConfig;

/** Looks up with what is on file, as {@link giveOwnAnswer} does. */
export function giveAnswer<Request extends LookUpRequest>(
  lookUp: LookUp<Request>,
  stated: Request,
  io: Io,
  inputs: readonly string[] = [],
): Promise<number> {
  return giveOwnAnswer(withChecker(lookUp), stated, io, inputs);
}

/** A look-up that reads by itself what is on file, of one that is given it. */
export function withChecker<Request extends LookUpRequest>(lookUp: LookUp<Request>): OwnLookUp<Request> {
  return async (request, io) =>
    lookUp({ ...request, checker: await configuredChecker(request.config, io) }, io);
}

/**
 * Looks up and writes the answer. Gives the exit status.
 *
 * @param inputs the files that are read, none of which the answer may replace.
 */
export async function giveOwnAnswer<Request extends LookUpRequest>(
  lookUp: OwnLookUp<Request>,
  stated: Request,
  io: Io,
  inputs: readonly string[] = [],
): Promise<number> {
  const request = withConfig(stated, readsStandardInput(stated));
  const read = [...inputs, ...(request.config === undefined ? [] : [request.config])];
  const output = stated.output === undefined ? standardOutput(io) : fileOutput(stated.output, read, io);
  const {
    text,
    json,
    isSet = true,
    status = isSet ? exitStatuses.allBillable : exitStatuses.undetermined,
    ignoresConfig = false,
  } = await answerTo(lookUp, request, io);
  const written = request.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : text;
  await writeOut([written], output);
  if (ignoresConfig && typeof stated.config === 'string') say(['the configuration changes nothing here'], io);
  if (!ignoresConfig)
    say(
      configNotices(request).map(({ message }) => message),
      io,
    );
  return status;
}

async function answerTo<Request>(
  lookUp: OwnLookUp<Request>,
  request: Chosen<Request>,
  io: Io,
): Promise<Answer> {
  try {
    return await lookUp(request, io);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map(({ path, message }) => `${path.slice(1)}: ${message}`));
  }
}
