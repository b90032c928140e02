import { describe, expect, test } from 'vitest';
import { redundantClauses } from '../../src/evidence/redundant-clauses.js';
import { peerSupport, services, type Service } from '../../src/index.js';
import { shipped } from '../../src/shipped.js';

describe('clauses that hold nothing back by themselves', () => {
  test('of the shipped definitions', () => {
    const found = services.flatMap((service) =>
      redundantClauses(service, shipped).map((clause) => ({ service: service.id, ...clause })),
    );
    expect(found).toEqual([
      {
        service: 'mo/peer-support',
        rule: 'session/not-only-transportation',
        metWith: 'session/key-function',
      },
    ]);
  });

  test('one that can never fail', () => {
    const [first, ...others] = peerSupport.criteria;
    const always = {
      op: 'any',
      conditions: [
        { op: 'stated', fact: 'units' },
        { op: 'not', condition: { op: 'stated', fact: 'units' } },
      ],
    };
    const own = { ...peerSupport, criteria: [{ ...first, requires: always }, ...others] } as Service;
    expect(redundantClauses(own, shipped)).toContainEqual({ rule: first?.rule });
  });
});
