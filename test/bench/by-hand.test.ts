import { describe, expect, test } from 'vitest';
import { checkSession, parseSession, peerSupport } from '../../src/index.js';
import { digestOf } from '../../src/values/digest.js';
import { readFixture, readText, sessionOf, type Case } from '../support/cases.js';
import { checkPeerSupportByHand } from './by-hand.mjs';

const cases = readFixture('cases/mo-peer-support.json') as Case[];

/** By hand there is no day of the check, no other reading and no report of missing facts. */
const compared = cases.filter(({ options }) => Object.keys(options ?? {}).every((key) => key === 'history'));

const month = readText('months/mo-peer-support.ndjson')
  .split('\n')
  .flatMap((line) => {
    const parsed = parseSession(readJson(line));
    return parsed.ok ? [parsed.value] : [];
  });

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

describe('by hand as by the library', () => {
  test('there is enough to compare', () => {
    expect(compared.length).toBeGreaterThanOrEqual(200);
    expect(month.length).toBeGreaterThanOrEqual(200);
  });

  test.each(compared)('$name', ({ options, ...rest }) => {
    const session = sessionOf(rest);
    expect(checkPeerSupportByHand(session, options?.history, digestOf(peerSupport))).toEqual(
      checkSession(session, options),
    );
  });

  test('every readable session of a month', () => {
    for (const session of month) {
      expect(checkPeerSupportByHand(session, [], digestOf(peerSupport))).toEqual(
        checkSession(session, { history: [] }),
      );
    }
  });
});
