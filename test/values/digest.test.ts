import { expect, test } from 'vitest';
import { digestOf } from '../../src/values/digest.js';

// As `printf '{"a":1,"b":"é"}' | sha256sum` has them.
test.each([
  [{}, 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
  [{ a: 1, b: 'é' }, 'sha256:09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6'],
  [{ b: 'é', c: null, a: 1 }, 'sha256:09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6'],
])('%j', (value, digest) => {
  expect(digestOf(value)).toBe(digest);
});
