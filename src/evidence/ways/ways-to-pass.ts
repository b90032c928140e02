import { checkerOnFile, checkSession } from '../../check/checker.js';
import { optionsSchema } from '../../check/options.js';
import { acceptOptions } from '../../check/generated.js';
import { acceptSession } from '../../facts/generated/acceptors.js';
import { parseOrThrow } from '../../facts/parse.js';
import { sessionSchema } from '../../facts/generated/schemas.js';
import type { Session } from '../../facts/generated/types.js';
import { shipped } from '../../shipped.js';
import type { WaysToPass } from '../../findings/ways.js';
import type { WaysOptions } from './way.js';
import { waysFrom } from './ways-from.js';

/**
 * What would make a session pass: each need that holds it back, with every way to meet it.
 *
 * A fact about a person or about what happened is never written for anybody: it is demanded in words, of who holds it.
 * A repair is offered for what is billed alone (fewer units, a misspelt code, another service, another day or end of a
 * proposed session), and only after a check of the session with it. A need without ways: nothing may be changed, do not
 * bill.
 *
 * @throws InputError as `checkSession`.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 33 };
 * const { needs } = waysToPass(session, { history: [] });
 * const need = needs.find(({ rules }) => rules.includes('units/daily-limit'));
 * need?.ways[0]?.kind; // 'claim-less'
 * need?.ways[0]?.repair?.patch; // [ { op: 'replace', path: '/units', value: 32 } ]
 */
export function waysToPass(session: Session, { checker, ...stated }: WaysOptions = {}): WaysToPass {
  const onFile = checker === undefined ? shipped : checkerOnFile(checker);
  const options = parseOrThrow(optionsSchema, stated, acceptOptions);
  const read = parseOrThrow(sessionSchema, session, acceptSession);
  const check = (one: Session) => checkSession(onFile, one, { ...options, trusted: true });
  return waysFrom(read, check(read), options, onFile, check);
}
