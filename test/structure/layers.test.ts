import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** From the ground up: a file may import from its own layer and from those before it. */
const layers = [
  'values',
  'units',
  'facts',
  'readings',
  'conditions',
  'findings',
  'services',
  'rules',
  'decisions',
  'schema',
  'check',
  'explain',
  'adapters',
  'reports',
  'configured.ts',
  'standard-schemas.ts',
  'schemas.ts',
  'generated',
  'shipped.ts',
  'evidence',
  'across.ts',
  'pages.ts',
  'index.ts',
  'cli',
];

/** Packages that a file outside the command may import, by the places that may. */
const packages: Record<string, RegExp> = {
  zod: /^facts\/zod\.ts$/,
  'decimal.js': /^values\/sum\.ts$/,
  'date-fns': /^values\/civil-date\.ts$/,
  '@noble': /^values\/digest\.ts$/,
  'csv-parse': /^adapters\/tables\/csv-rows\.ts$/,
};

const impure =
  /\b(Date\.now|Math\.random|process\.|console\.|eval\(|new Function|globalThis|fetch\(|setTimeout|setInterval|Intl\.|toLocale|localeCompare|structuredClone)/;
/** What waits: adapters may, for the next piece of a file. */
const waits = /\b(async |await |Promise)/;

/** What an adapter may be beside that: that of FHIR reads instants in a zone that is stated. */
const inAdapters: readonly (readonly [places: RegExp, parts: RegExp])[] = [
  [/^adapters\/fhir\/times\.ts$/, /\bIntl\.DateTimeFormat\('en-US', \{\s+timeZone,/g],
];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

function importsOf(file: string): string[] {
  const statements = (sources.get(file) ?? '').matchAll(
    /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, fixed, dynamic]) => fixed ?? dynamic ?? '');
}

function localImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier).replace(/\.js$/, '.ts'));
}

function layerOf(file: string): number {
  return layers.indexOf(file.split('/')[0] ?? '');
}

const library = files.filter((file) => !file.startsWith('cli/'));

describe('imports point one way', () => {
  test.each(files.filter((file) => file !== 'version.ts'))('%s', (file) => {
    expect(layerOf(file), 'a layer of its own').toBeGreaterThanOrEqual(0);
    const upward = localImportsOf(file).filter((other) => layerOf(other) > layerOf(file));
    expect(upward).toEqual([]);
    expect(localImportsOf(file).filter((other) => !sources.has(other))).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      if (trail.includes(file) || done.has(file)) return;
      for (const other of localImportsOf(file)) visit(other, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('the engine takes services as an argument: only the public surface binds the shipped ones, and a sheet their documents', () => {
    const binding = (those: RegExp) =>
      library.filter((file) => localImportsOf(file).some((other) => those.test(other))).sort();
    expect(binding(/^services\/index\.ts$/)).toEqual([
      'adapters/x12/remittances.ts',
      'configured.ts',
      'explain/service-sheet.ts',
      'index.ts',
      'pages.ts',
      'shipped.ts',
    ]);
    const document = /^(?:generated\/)?services\/[a-z]{2}\//;
    expect(binding(document).filter((file) => !document.test(file))).toEqual([
      'index.ts',
      'services/index.ts',
    ]);
  });
});

describe('outside the command', () => {
  test.each(library)('%s is pure and keeps to its packages', (file) => {
    const code = (sources.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const rest = inAdapters.reduce(
      (left, [places, parts]) => (places.test(file) ? left.replace(parts, '') : left),
      code,
    );
    expect(impure.exec(rest)?.[0]).toBeUndefined();
    if (!file.startsWith('adapters/')) expect(waits.exec(code)?.[0]).toBeUndefined();
    const dates = [...code.matchAll(/\bnew Date\(/g)];
    expect(file === 'values/civil-date.ts' ? [] : dates).toEqual([]);
    for (const specifier of importsOf(file).filter((one) => !one.startsWith('.'))) {
      const name = specifier.split('/')[0] ?? '';
      expect(packages[name]?.test(file), `${file} imports ${specifier}`).toBe(true);
    }
  });

  test('date-fns is imported by subpath, zod as a namespace', () => {
    for (const file of library) {
      expect(importsOf(file)).not.toContain('date-fns');
      expect(sources.get(file)).not.toMatch(/import \{[^}]*\} from '[^']*zod(?:\.js)?'/);
    }
  });

  test('schemas are made in adapters, facts, readings and options, beside operators and rules, and where definitions are validated', () => {
    const making = library.filter((file) => sources.get(file)?.includes('import * as z from'));
    expect(
      making.filter(
        (file) =>
          !/^(adapters\/|facts\/|readings\/|conditions\/operators\/|rules\/|schema\/|services\/bindings\.ts$|check\/options\.ts$)/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });
});

describe('size', () => {
  /** Tables of data, which are as long as what they list. */
  const tables = /^(?:facts\/rows\/|readings\/table|\w+\/generated|services\/)/;

  test('no source file is longer than 250 lines, but for tables of data', () => {
    const long = files.filter((file) => (sources.get(file) ?? '').split('\n').length > 250);
    expect(long.filter((file) => !tables.test(file))).toEqual([]);
  });
});
