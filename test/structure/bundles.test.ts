import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as library from '../../src/index.js';
import { documents, services } from '../../src/services/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const definitions = Object.entries(library).flatMap(([name, value]) =>
  services.flatMap((service) => (service === value ? [[name, service] as const] : [])),
);

/** What applications import: names, and from where. */
const wanted: (readonly [names: string, from: string])[] = [
  ...['unitsFor', 'peerSupport', 'sources', 'InputError', 'checkSession', 'describeService'].map(
    (name) => [`{ ${name} }`, 'billability'] as const,
  ),
  ['*', 'billability'],
  ...['{ formatResult }', '{ csv, reportOf }', '{ ndjson, withEntries }', '*'].map(
    (names) => [names, 'billability/reports'] as const,
  ),
  ...['{ readX12Claims }', '{ explainDenials }', '*'].map(
    (names) => [names, 'billability/adapters/x12'] as const,
  ),
  ...['{ csvRows, readTable }', '{ templateOf }'].map(
    (names) => [names, 'billability/adapters/tables'] as const,
  ),
  ['{ readFhir }', 'billability/adapters/fhir'],
  ...definitions.flatMap(([name, { id }]) => [
    [`{ ${name} }`, 'billability'] as const,
    [`{ ${name}, checkSession }`, `billability/services/${id}`] as const,
  ]),
];

const entryOf = (names: string, from: string) => `export ${names} from '${from}'`;

/** Each as an application of its own, all in one go: reading the package takes longer than bundling it. */
async function bundled() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: wanted.map((_, index) => ({ in: `wanted:${String(index)}`, out: String(index) })),
    plugins: [
      {
        name: 'wanted',
        setup(bundler) {
          bundler.onResolve({ filter: /^wanted:/ }, ({ path }) => ({ path, namespace: 'wanted' }));
          bundler.onLoad({ filter: /./, namespace: 'wanted' }, ({ path }) => {
            const [names = '', from = ''] = wanted[Number(path.slice('wanted:'.length))] ?? [];
            return { contents: entryOf(names, from), resolveDir: root };
          });
        },
      },
    ],
    outdir: 'bundled',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const codes = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return new Map(
    wanted.map(([names, from], index) => {
      const file = `${String(index)}.js`;
      const { inputs = {} } = metafile.outputs[`bundled/${file}`] ?? {};
      return [entryOf(names, from), { inputs, code: codes.get(file) ?? '' }];
    }),
  );
}

const bundles = bundled();

/** What a bundler takes of the built package for an application that imports these names, and of which libraries. */
async function takenFor(names: string, from = 'billability') {
  const bundle = (await bundles).get(entryOf(names, from));
  if (bundle === undefined) throw new Error(`${names} of ${from} are not among those wanted`);
  const taken = Object.entries(bundle.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [file] : [],
  );
  const librariesOf = taken.flatMap((file) => /^node_modules\/([^/]+)/.exec(file)?.[1] ?? []);
  return {
    modules: taken.flatMap((file) => /^dist\/modules\/(.*)\.js$/.exec(file)?.[1] ?? []).sort(),
    libraries: [...new Set(librariesOf)].sort(),
    code: bundle.code,
  };
}

/** The modules that hold a document. */
const modulesOfDocuments = readdirSync(`${root}src/services`, { recursive: true, encoding: 'utf8' })
  .map((file) => `services/${file.replaceAll('\\', '/')}`)
  .filter(
    (file) =>
      file.endsWith('.ts') && readFileSync(`${root}src/${file}`, 'utf8').includes('const source: Source'),
  )
  .map((file) => file.replace(/\.ts$/, ''));

/** What documents say beside their definitions, for pages only. */
const beside = documents.flatMap(({ text }) =>
  text.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.says])),
);

function besideIn(code: string): string[] {
  return beside.filter((says) => code.includes(JSON.stringify(says)));
}

describe('a bundler takes no more than what is imported needs', () => {
  test.each([
    ['{ unitsFor }', ['facts/input-error', 'rules/units/units-for', 'units/rounding']],
    [
      '{ peerSupport }',
      [
        'conditions/operators/age-at-least',
        'conditions/operators/by-licence',
        'conditions/operators/differ',
        'conditions/operators/holds',
        'conditions/operators/in-force',
        'conditions/operators/is',
        'conditions/operators/joining',
        'conditions/operators/lists',
        'conditions/operators/stated',
        'services/document',
        'services/mo/peer-support',
        'services/shared-clauses',
        'values/frozen',
      ],
    ],
    ['{ sources }', ['services/index', 'values/frozen', ...modulesOfDocuments].sort()],
    ['{ InputError }', ['facts/input-error']],
  ])('%s', async (names, modules) => {
    expect(await takenFor(names)).toMatchObject({ modules, libraries: [] });
  });

  test.each([
    [
      '{ formatResult }',
      [
        'facts/input-error',
        'findings/notices',
        'reports/format-result',
        'reports/own-rules',
        'reports/text/layout',
      ],
      [],
    ],
    [
      '{ ndjson, withEntries }',
      ['findings/places', 'reports/json', 'reports/ndjson', 'reports/records', 'reports/result-text'],
      [],
    ],
  ])('%s of the reports', async (names, modules, libraries) => {
    expect(await takenFor(names, 'billability/reports')).toMatchObject({ modules, libraries });
  });

  test.each([
    ['{ csv, reportOf }', [], []],
    ['*', ['date-fns', 'decimal.js'], ['conditions/operators/series']],
  ])(
    '%s of the reports: no engine but how verdicts and sums are told, and no schemas',
    async (names, libraries, words) => {
      const taken = await takenFor(names, 'billability/reports');
      expect(taken.libraries).toEqual(libraries);
      expect(
        taken.modules.filter((module) => /^(check|conditions|rules|schema|services|shipped)\b/.test(module)),
      ).toEqual(['check/totals', 'check/verdict', ...words]);
    },
  );

  test('{ readX12Claims }: no services and nothing that judges', async () => {
    const { modules, libraries } = await takenFor('{ readX12Claims }', 'billability/adapters/x12');
    expect(libraries).toEqual(['zod']);
    expect(modules.filter((module) => /^(check|conditions|rules|services|shipped)\b/.test(module))).toEqual(
      [],
    );
  });

  test('{ explainDenials }: nothing that reads', async () => {
    const { modules, libraries } = await takenFor('{ explainDenials }', 'billability/adapters/x12');
    expect(libraries).toEqual([]);
    expect(modules).toEqual(['adapters/x12/explain-denials', 'adapters/x12/payments', 'facts/written-code']);
  });

  test('all of the adapter of X12: definitions for their codes, and nothing that judges', async () => {
    const { modules, code } = await takenFor('*', 'billability/adapters/x12');
    expect(modules.filter((module) => /^(check|shipped|rules\/index)\b/.test(module))).toEqual([
      'check/prior-uses',
    ]);
    expect(besideIn(code)).toEqual([]);
  });

  test('the adapter of FHIR: no engine and no definitions', async () => {
    const { modules, libraries } = await takenFor('{ readFhir }', 'billability/adapters/fhir');
    expect(libraries).toEqual(['date-fns', 'zod']);
    const folders = new Set(modules.map((module) => module.split('/')[0]));
    expect([...folders].sort()).toEqual(['adapters', 'facts', 'units', 'values']);
  });

  test('the library: no reports and no adapters', async () => {
    const { modules } = await takenFor('*');
    expect(modules).toContain('shipped');
    expect(modules.filter((module) => /^(reports|adapters)\//.test(module))).toEqual([]);
  });

  test('the adapter of tables: no engine, no services, and the rows of CSV without a library', async () => {
    const { modules, libraries } = await takenFor('{ csvRows, readTable }', 'billability/adapters/tables');
    expect(libraries).toEqual(['date-fns', 'zod']);
    expect(
      modules.filter((module) => /^(check|conditions|rules|schema|services|shipped|reports)\b/.test(module)),
    ).toEqual([]);
    const template = await takenFor('{ templateOf }', 'billability/adapters/tables');
    expect(template.modules).not.toContain('adapters/tables/csv-rows');
  });

  test('{ checkSession }: no JSON Schemas, no sheets, no texts', async () => {
    const { modules, libraries, code } = await takenFor('{ checkSession }');
    expect(libraries).toEqual(['date-fns', 'zod']);
    const folders = [...new Set(modules.map((module) => module.split('/')[0]))].sort();
    expect(folders).toEqual([
      'check',
      'conditions',
      'decisions',
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
      modules.filter((module) => /^(services\/(define|definition)|readings\/table)/.test(module)),
    ).toEqual([]);
    expect(besideIn(code)).toEqual([]);
  });

  test.each(definitions)(
    '{ %s }: no other definition, and of its document no more',
    async (name, service) => {
      const { code } = await takenFor(`{ ${name} }`);
      expect(services.filter(({ title }) => code.includes(`title: "${title}"`))).toEqual([service]);
      expect(besideIn(code)).toEqual([]);
    },
  );

  test.each(definitions)('%s alone: no other definition, no claims, no batches', async (name, service) => {
    const { modules, code } = await takenFor(
      `{ ${name}, checkSession }`,
      `billability/services/${service.id}`,
    );
    expect(services.filter(({ title }) => code.includes(`title: "${title}"`))).toEqual([service]);
    expect(besideIn(code)).toEqual([]);
    expect(
      modules.filter((module) =>
        /^(?:check\/(?:claims|stream|records|entries|found)|findings\/places|values\/sum|rules\/(?:index|claim\/(?:code|duplicate|one-line|replaces)|schedule\/\w+-(?:overlap|roster)))$/.test(
          module,
        ),
      ),
    ).toEqual([]);
  });

  test('{ describeService }: all that documents say beside their definitions', async () => {
    const { code } = await takenFor('{ describeService }');
    expect(besideIn(code)).toEqual(beside);
  });
});
