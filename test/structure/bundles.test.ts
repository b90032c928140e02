import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a bundler takes of the built package for an application that imports these names, and of which libraries. */
async function takenFor(names: string): Promise<{ modules: string[]; libraries: string[] }> {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `export ${names} from 'billability'`, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const taken = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const librariesOf = taken.flatMap((file) => /^node_modules\/([^/]+)/.exec(file)?.[1] ?? []);
  return {
    modules: taken.flatMap((file) => /^dist\/modules\/(.*)\.js$/.exec(file)?.[1] ?? []).sort(),
    libraries: [...new Set(librariesOf)].sort(),
  };
}

describe('a bundler takes no more than what is imported needs', () => {
  test.each([
    ['{ unitsFor }', ['facts/input-error', 'rules/units/units-for', 'units/rounding']],
    ['{ formatResult }', ['formats/text']],
    [
      '{ peerSupport }',
      [
        'conditions/operators/age-at-least',
        'conditions/operators/holds',
        'conditions/operators/is',
        'conditions/operators/joining',
        'conditions/operators/lists',
        'services/mo-peer-support',
        'services/sources',
      ],
    ],
    ['{ sources }', ['services/sources']],
    ['{ InputError }', ['facts/input-error']],
  ])('%s', async (names, modules) => {
    expect(await takenFor(names)).toEqual({ modules, libraries: [] });
  });

  test('{ checkSession }: no JSON Schemas, no sheets, no texts', async () => {
    const { modules, libraries } = await takenFor('{ checkSession }');
    expect(libraries).toEqual(['date-fns', 'decimal.js', 'zod']);
    const folders = [...new Set(modules.map((module) => module.split('/')[0]))].sort();
    expect(folders).toEqual([
      'check',
      'conditions',
      'facts',
      'findings',
      'readings',
      'rules',
      'services',
      'shipped',
      'units',
      'values',
      'version',
    ]);
    expect(modules.filter((module) => /^facts\/(?:rows|generated\/labels|facts$)/.test(module))).toEqual([]);
    expect(
      modules.filter((module) => /^(services\/(clauses|define|definition)|readings\/table)/.test(module)),
    ).toEqual([]);
  });
});
