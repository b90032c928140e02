import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { scriptDigest } from '../../src/reports/html/script.ts';
import { styleDigest } from '../../src/reports/html/style.ts';

/**
 * What may run and look in the page: its own files, and what the report in it runs and looks with, as a frame inherits the
 * policy of its page. Nothing is loaded from elsewhere, and nothing is sent.
 */
const policy = [
  "default-src 'none'",
  `script-src 'self' '${scriptDigest}'`,
  `style-src 'self' '${styleDigest}'`,
  "worker-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const underItsPolicy: Plugin = {
  name: 'under-its-policy',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { chunk }) => [
      // What the page begins with is asked for at once.
      ...(chunk?.imports ?? []).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `./${file}` },
        injectTo: 'head' as const,
      })),
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/** The reader of CSV handles bytes as Node does. */
const withBytes: Plugin = {
  name: 'with-bytes',
  transform: {
    filter: { id: /\/csv-parse\/lib\// },
    handler: (code) => `import { Buffer } from ${JSON.stringify(bytes)};\n${code}`,
  },
};
const bytes = fileURLToPath(new URL('src/files/bytes.ts', import.meta.url));

/** What judges; of the facts the rows that describe columns are needed for tables alone. */
const CORE =
  /\/src\/(?:check|conditions|decisions|facts\/(?!rows)|findings|readings|rules|schema|services|units|values)\/|\/node_modules\/(?:@noble|date-fns|decimal\.js|zod)\//;
const TABLES = /\/src\/(?:adapters\/tables\/(?!rows|csv-rows)|facts\/rows\/)/;

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  assetsInclude: ['**/*.xlsx'],
  plugins: [underItsPolicy, withBytes],
  resolve: {
    // The page is made of the sources themselves, as the package is.
    alias: [
      { find: /^billability$/, replacement: source('index.ts') },
      { find: /^billability\/explain$/, replacement: source('evidence/explain.ts') },
      { find: /^billability\/reports$/, replacement: source('reports/index.ts') },
      { find: /^billability\/adapters\/(\w+)$/, replacement: source('adapters/$1/index.ts') },
    ],
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1_000,
    // It would look for a document, which a worker has none of.
    modulePreload: false,
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: {
      // What works beside the page shares its files with it, so that nothing is loaded twice.
      input: {
        page: fileURLToPath(new URL('index.html', import.meta.url)),
        worker: fileURLToPath(new URL('src/files/worker.ts', import.meta.url)),
      },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        // Files that are always loaded together are one, as text compresses the better the more there is of it.
        codeSplitting: {
          groups: [
            { name: 'core', minShareCount: 2, test: CORE },
            { name: 'table', minShareCount: 2, test: TABLES },
          ],
        },
      },
    },
  },
});
