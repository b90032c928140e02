import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  DefinitionError,
  defineService,
  describeService,
  services,
  type Service,
} from '../../src/index.js';
import { damaged } from './support/damage.js';
import { written } from './support/outcome.js';
import { runs } from '../support/runs.js';
import { sessions } from './support/whole.js';

/** The definition, or null where it is refused with its places. Any other error fails the test. */
function defined(data: unknown): Service | null {
  try {
    return defineService(data);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    written(error.issues);
    return null;
  }
}

describe('a damaged definition', () => {
  test('is refused, or every session can be checked with it', () => {
    let used = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...services).chain((service) => damaged(service)),
        (make) => {
          const service = defined(make());
          if (service === null) return;
          used++;
          const checker = createChecker({ without: services.map(({ id }) => id), services: [service] });
          const entries = sessions.map((session) => ({ ...(session as object), service: service.id }));
          written(checker.checkSessions(entries));
          written(describeService(service));
        },
      ),
      runs(250),
    );
    expect(used).toBeGreaterThan(0);
  });
});
