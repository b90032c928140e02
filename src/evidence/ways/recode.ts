import { findOrThrow, type OnFile } from '../../check/on-file.js';
import type { Settings } from '../../check/session.js';
import { TRUE } from '../../conditions/truth.js';
import type { Session } from '../../facts/generated/types.js';
import { isInForce } from '../../rules/service/in-force.js';
import type { Service } from '../../services/service.js';
import { clausesOf, type Clause } from './clauses.js';
import type { Candidate } from './way.js';

/** Other services of the jurisdiction all of whose clauses are met by the session as it is. */
export function otherServices(
  session: Session,
  { jurisdiction, id }: Service,
  onFile: OnFile,
  { readings, words }: Pick<Settings, 'readings' | 'words'>,
): Candidate[] {
  const on = session.dateOfService;
  const ids = onFile.services.flatMap((other) =>
    other.jurisdiction === jurisdiction && other.id !== id && isInForce(other, on) ? [other.id] : [],
  );
  return [...new Set(ids)].flatMap((other): Candidate[] => {
    const { service } = findOrThrow(onFile, other, on);
    const then = { session: { ...session, service: other }, on, readings, words };
    const isMet = ({ met, isPaper }: Clause) => isPaper || met.truth(then) === TRUE;
    if (!clausesOf(service, nothing).every(isMet)) return [];
    return [
      {
        kind: 'recode',
        demand: {
          says: `it was ${service.title} (${other}), all of whose conditions hold`,
          paths: ['/service'],
          heldBy: 'billing',
        },
        patch: [{ op: 'replace', path: '/service', value: other }],
      },
    ];
  });
}

const nothing: ReadonlySet<never> = new Set();
