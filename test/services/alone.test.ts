import { expect, test } from 'vitest';
import { checkSession, InputError, services, type CheckOptions, type Session } from '../../src/index.js';
import { baseSession, bases } from '../support/cases.js';

interface Alone {
  readonly checkSession: typeof checkSession;
}

const entryOf = (id: string) => {
  const file = new URL(`../../src/generated/services/${id}.ts`, import.meta.url).href;
  return import(/* @vite-ignore */ file) as Promise<Alone>;
};

test.each(services.map((service) => [service.id, service] as const))(
  '%s alone answers as the whole library does, and knows no other service',
  async (id, service) => {
    const alone = await entryOf(id);
    expect(Object.values(alone)).toContain(service);
    const options: CheckOptions = { history: [], asOf: '2025-04-01', readings: { rounding: 'midpoint' } };
    const own = bases.map(baseSession).filter((session) => session.service === id);
    expect(own.length).toBeGreaterThan(0);
    for (const session of [...own, { service: id, dateOfService: '2025-03-03', units: 1.5 } as Session]) {
      expect(alone.checkSession(session)).toStrictEqual(checkSession(session));
      expect(alone.checkSession(session, options)).toStrictEqual(checkSession(session, options));
    }
    const other = services.find((one) => one.id !== id)?.id ?? '';
    expect(() => alone.checkSession({ service: other, dateOfService: '2025-03-03' })).toThrow(InputError);
  },
);
