import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Options } from 'tsup';

/**
 * What is bundled into the command: development dependencies, so that installing the library stays small, and the
 * library's own, since loading them file by file takes longer than running them.
 */
const bundledIntoCommand = [
  'cli-progress',
  'commander',
  'csv-parse',
  'fflate',
  'picocolors',
  'saxen',
  'write-excel-file',
  'date-fns',
  'decimal.js',
  'zod',
];

/** One declaration file per source file; the package has one per entry. */
const DECLARATIONS = '.declarations';

/** What the package exports. */
const entries: Record<string, string> = {
  index: 'src/index.ts',
  reports: 'src/reports/index.ts',
  schema: 'src/schemas.ts',
  explain: 'src/evidence/explain.ts',
  record: 'src/evidence/record.ts',
  'adapters/x12': 'src/adapters/x12/index.ts',
  'adapters/tables': 'src/adapters/tables/index.ts',
  'adapters/fhir': 'src/adapters/fhir/index.ts',
  ...Object.fromEntries(
    readdirSync('src/generated/services', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`services/${file.slice(0, -'.ts'.length)}`, `src/generated/services/${file}`]),
  ),
};

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Writes the licence of every package that ended up inside the output next to it. */
const thirdPartyNotices = (folderOfOutput: string): Plugin => ({
  name: 'third-party-notices',
  setup(build) {
    build.onEnd(({ metafile, errors }) => {
      if (errors.length > 0) return;
      if (metafile === undefined) throw new Error('no metafile: cannot collect third-party licences');
      const folders = new Set<string>();
      for (const input of Object.keys(metafile.inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined) folders.add(folder);
      }
      const notices = [...folders].sort().map((folder) => {
        const { name, version, license } = JSON.parse(
          readFileSync(join(folder, 'package.json'), 'utf8'),
        ) as Record<'name' | 'version' | 'license', string>;
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (file === undefined) throw new Error(`no licence file in ${folder}`);
        return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
      mkdirSync(folderOfOutput, { recursive: true });
      writeFileSync(
        `${folderOfOutput}/THIRD-PARTY-LICENSES.txt`,
        `The files beside this one contain code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`,
      );
    });
  },
});

/** Writes the declaration of each source file, by the compiler that takes a twentieth of the time. */
function writeDeclarations(): void {
  rmSync(DECLARATIONS, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.declarations.json', '--outDir', DECLARATIONS],
    { stdio: 'inherit' },
  );
}

export default defineConfig(() => {
  writeDeclarations();
  // The configurations below run at the same time and share `dist`, so none of them may clean it.
  rmSync('dist', { recursive: true, force: true });

  const shared: Options = { clean: false, dts: false, tsconfig: 'tsconfig.json' };

  return [
    // The library for Node, in as few files as its entries allow: loading many takes longer than running them.
    {
      ...shared,
      name: 'node',
      entry: entries,
      format: ['esm', 'cjs'],
      target: 'es2022',
      splitting: true,
      noExternal: ['@noble/hashes', 'csv-parse'],
      esbuildPlugins: [thirdPartyNotices('dist')],
    },
    // The library for bundlers, one file per source module: they drop what an application does not use. Its maps are the
    // only ones, so that no source is packed twice.
    {
      ...shared,
      name: 'modules',
      entry: ['src/**/*.ts', '!src/cli/**', '!src/values/digest.ts', '!src/adapters/tables/csv-rows.ts'],
      outDir: 'dist/modules',
      format: 'esm',
      bundle: false,
      target: 'es2022',
      sourcemap: true,
    },
    // Digests and the rows of CSV are bundled: what makes them is no dependency of the package. What is ours stays a module.
    {
      ...shared,
      name: 'bundled modules',
      entry: {
        'values/digest': 'src/values/digest.ts',
        'adapters/tables/csv-rows': 'src/adapters/tables/csv-rows.ts',
      },
      outDir: 'dist/modules',
      format: 'esm',
      target: 'es2022',
      sourcemap: true,
      splitting: false,
      external: ['./canonical-json.js'],
      noExternal: ['@noble/hashes', 'csv-parse'],
      esbuildOptions: (options) => {
        options.alias = { 'csv-parse/sync': 'csv-parse/browser/esm/sync' };
      },
      esbuildPlugins: [thirdPartyNotices('dist/modules')],
    },
    // The command. Dynamic imports become chunks that are only loaded when they are needed.
    {
      ...shared,
      name: 'cli',
      entry: { main: 'src/cli/main.ts', worker: 'src/cli/grouped/worker.ts' },
      outDir: 'dist/cli',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      splitting: true,
      noExternal: bundledIntoCommand,
      esbuildPlugins: [thirdPartyNotices('dist/cli')],
      // The bundled CommonJS packages call `require` for Node's own modules, which ES modules do not have.
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    },
    // The declarations, for `import` and for `require`.
    {
      ...shared,
      name: 'dts',
      entry: Object.fromEntries(
        Object.entries(entries).map(([name, source]) => [
          name,
          source.replace(/^src/, DECLARATIONS).replace(/\.ts$/, '.d.ts'),
        ]),
      ),
      format: ['esm', 'cjs'],
      dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
    },
  ];
});
