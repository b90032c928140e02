import { expect, test } from 'vitest';
import { general, notSetBySource } from '../../src/findings/citation.js';
import { citing } from '../../src/services/document.js';
import { source } from '../../src/services/mo/peer-support.js';

test('what holds for any service says so', () => {
  expect(general('A session ends after it starts')).toEqual({
    source: 'general',
    title: 'General billing rule',
    section: 'A session ends after it starts',
    basis: 'general',
  });
});

test('what a document does not set is no clause of it', () => {
  expect(notSetBySource).toMatchObject({ source: 'general', section: 'Not set by this source' });
});

test('a document is cited with its section and the day from which it is in force', () => {
  expect(citing(source, (bulletin) => bulletin('6.1'))).toEqual({
    source: 'mo-fy15-clinical-30',
    title: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services',
    section: '6.1',
    inForceFrom: '2014-10-01',
    basis: 'source',
  });
});

test('a document without a date is cited without one', () => {
  const text = { id: 'xx', title: 'A text', issuer: 'Someone', jurisdiction: 'XX' };
  expect(citing(text, (cite) => cite('1'))).toStrictEqual({
    source: 'xx',
    title: 'A text',
    section: '1',
    basis: 'source',
  });
});
