import { both } from '../../conditions/operators/series.js';
import { checkerOnFile } from '../../check/checker.js';
import { serviceOf } from '../../check/on-file.js';
import { looserThan } from '../../evidence/compare-services.js';
import { InputError, type Checker, type Service } from '../../index.js';
import { UsageError } from '../usage-error.js';

/**
 * Holds services of a configuration to those that they name in `atLeastAsStrictAs`.
 *
 * @returns what is to be told of those of which it is not decided.
 * @throws UsageError where one is looser, or names a service that is not on file.
 */
export function heldToServices(services: readonly Service[], checker: Checker, file: string): string[] {
  const told = services.map((service, place) => {
    const at = `${file}: /services/${String(place)}/atLeastAsStrictAs`;
    return service.atLeastAsStrictAs === undefined
      ? {}
      : heldTo(service, service.atLeastAsStrictAs, checker, at);
  });
  const problems = told.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new UsageError(problems);
  return told.flatMap(({ notice }) => notice ?? []);
}

interface Told {
  readonly problem?: string;
  readonly notice?: string;
}

function heldTo(service: Service, than: string, checker: Checker, at: string): Told {
  try {
    const onFile = checkerOnFile(checker);
    const { looser, undecided } = looserThan(serviceOf(onFile, than), serviceOf(onFile, service), onFile);
    const shown = placesOf(looser.filter(({ session }) => session !== undefined));
    if (shown.length > 0)
      return {
        problem: `${at}: the service is looser than that one in ${both(shown)}; "billability compare" shows sessions`,
      };
    const open = placesOf(undecided);
    return open.length === 0
      ? {}
      : { notice: `${at}: it is not decided whether the service is as strict in ${both(open)}` };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: `${at}: ${error.issues.map(({ message }) => message).join('; ')}` };
  }
}

function placesOf(differences: readonly { readonly at: string }[]): string[] {
  return [...new Set(differences.map(({ at }) => at))];
}
