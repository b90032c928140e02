import {
  createChecker,
  services,
  type CheckOptions,
  type Service,
  type Session,
} from '../../../src/index.js';
import { general } from '../../../src/findings/citation.js';

/** A service whose document sets nothing: no code, no unit, no limit, no clause. */
export const anyService: Service = {
  id: 'xx/any',
  title: 'Any service',
  jurisdiction: 'XX',
  inForce: { cite: general('Always') },
  criteria: [],
};

/** The result of a session of a service; the date is 2025-03-03 unless stated. */
export function resultOf(service: Service, facts: Partial<Session>, options?: CheckOptions) {
  const session = { service: service.id, dateOfService: '2025-03-03', ...facts };
  const without = services.map(({ id }) => id).filter((id) => id === service.id);
  return createChecker({ without, services: [service] }).checkSession(session, options);
}
