import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const enums = {
  selector: 'TSEnumDeclaration',
  message: 'No enums: use a union of string literals, or a const object.',
};

const classes = {
  selector: ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
  message: 'No classes, except ones that extend Error: use functions and plain objects.',
};

// `import { z } from 'zod'` keeps a bundler from dropping the unused parts of zod.
const zodImports = [
  'ImportDeclaration[source.value=/(^|\\u002F)zod(\\u002F|\\.js|$)/][importKind="value"] > ImportSpecifier[importKind="value"]',
  'ImportDeclaration[source.value=/(^|\\u002F)zod(\\u002F|\\.js|$)/][importKind="value"] > ImportDefaultSpecifier',
  'ExportNamedDeclaration[source.value=/(^|\\u002F)zod(\\u002F|\\.js|$)/][exportKind="value"]',
].map((selector) => ({ selector, message: 'Write `import * as z`.' }));

// `z.infer` would stand in the declarations as `infer`, which is a word of TypeScript.
const zodInfer = {
  selector: 'TSQualifiedName[left.name="z"][right.name="infer"]',
  message: 'Write `z.output`.',
};

const matchesAnything = {
  selector:
    'CallExpression[callee.property.name="toMatchObject"] :matches(Property, ArrayExpression) > Literal[regex]',
  message: 'A pattern in `toMatchObject` matches any text: write `expect.stringMatching`.',
};

const defaultExports = ['ExportDefaultDeclaration', 'ExportSpecifier[exported.name="default"]'].map(
  (selector) => ({ selector, message: 'No default exports: export by name.' }),
);

export default defineConfig(
  globalIgnores([
    '.declarations/',
    'dist/',
    'coverage/',
    'test/package/consumer/',
    'docs/examples/screen/',
    'docs/site/',
    'src/decisions/generated/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A name for what a schema infers.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowAny: false,
          allowBoolean: false,
          allowNever: false,
          allowNullish: false,
          allowNumber: true,
          allowRegExp: false,
        },
      ],
      // A `default` clause says on purpose that the rest is treated alike.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'date-fns', message: "Import one function: 'date-fns/parseISO'." }] },
      ],
      'no-restricted-syntax': ['error', enums, classes, zodInfer, matchesAnything, ...zodImports],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', enums, classes, zodInfer, ...zodImports, ...defaultExports],
    },
  },
);
