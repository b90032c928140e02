import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { acceptorSources } from './acceptors.js';
import { decisionSource } from './decisions.js';
import { factSources } from './facts.js';
import { readingsSource } from './readings.js';
import { computedRules } from '../../src/rules/index.js';
import * as library from '../../src/index.js';
import { services } from '../../src/services/index.js';
import type { Service } from '../../src/services/service.js';

const sources = {
  'reports/generated.ts': homepageSource,
  ...factSources,
  ...acceptorSources,
  ...entriesOfServices(),
  ...decisionsOfServices(),
  'facts/generated/service-ids.ts': serviceIdsSource,
  'readings/generated.ts': readingsSource,
  'findings/generated.ts': ruleIdsSource,
};

/** The ids of the shipped definitions, which an editor offers. */
function serviceIdsSource(): string {
  return `/** The ids of the definitions that are shipped. */
export type ShippedServiceId = ${services.map(({ id }) => JSON.stringify(id)).join(' | ')};

/** The id of a service: a shipped one, which an editor offers, or that of a definition of your own. */
export type ServiceId = ShippedServiceId | (string & {});
`;
}

/** The ids of the rules that compute, and those that the shipped definitions give their clauses. */
function ruleIdsSource(): string {
  const ids = new Set(services.flatMap(({ criteria }) => criteria.map(({ rule }) => rule)));
  return `/** The rules that compute. No clause of a definition may have their ids. */
export const computedIds = ${JSON.stringify(computedRules.map(({ id }) => id))} as const;

export type ComputedRule = (typeof computedIds)[number];

/** The rules that are a clause of a shipped definition. */
export const clauseIds = ${JSON.stringify([...ids])} as const;

export type ClauseRule = (typeof clauseIds)[number];
`;
}

/** The homepage, which package.json states. */
function homepageSource(): string {
  const { homepage } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    homepage: string;
  };
  return `/** Where the package and its pages are published. */
export const homepage = ${JSON.stringify(homepage.replace(/#.*$/, ''))};
`;
}

/** For each definition an entry of its own, which takes no other. */
function entriesOfServices(): Record<string, () => string> {
  return Object.fromEntries(
    services.map((service) => {
      return [`generated/services/${service.id}.ts`, () => entrySource(service.id, nameOf(service))] as const;
    }),
  );
}

/** For each definition what decides most of its clauses, and all of these by id. */
function decisionsOfServices(): Record<string, () => string> {
  const files = services.map(
    (service) => [`decisions/generated/${service.id}.ts`, () => decisionSource(service)] as const,
  );
  return { ...Object.fromEntries(files), 'decisions/generated/index.ts': allDecisions };
}

function allDecisions(): string {
  const named = services.map(({ id }, place) => [id, `decide${String(place)}`] as const);
  return `${named.map(([id, name]) => `import { decide as ${name} } from './${id}.js';`).join('\n')}
import type { Decisions } from '../../rules/decided.js';

export const decisions: Decisions = { ${named.map(([id, name]) => `'${id}': ${name}`).join(', ')} };
`;
}

function nameOf(service: Service): string {
  return Object.entries(library).find(([, value]) => value === service)?.[0] ?? '';
}

/** The file that exports a definition. */
function documentOf(name: string): string {
  const folder = new URL('../../src/services/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isIn = (file: string) =>
    readFileSync(new URL(file, folder), 'utf8').includes(`export const ${name} = `);
  return String(files.filter((file) => file.endsWith('.ts')).find(isIn)).replace(/\.ts$/, '.js');
}

function entrySource(id: string, name: string): string {
  const up = '../'.repeat(id.split('/').length + 1);
  return `import { checkSession as checkSessionOf } from '${up}check/checker.js';
import { onFileOf } from '${up}check/on-file.js';
import type { CheckOptions } from '${up}check/options.js';
import type { SessionResult } from '${up}check/result.js';
import type { Session } from '${up}facts/generated/types.js';
import { defaultReadings } from '${up}readings/generated.js';
import { decide } from '${up}decisions/generated/${id}.js';
import { ${name} } from '${up}services/${documentOf(name)}';

export { ${name} };

const onFile = /* @__PURE__ */ onFileOf([${name}], defaultReadings, [${name}], undefined, { '${id}': decide });

/** As \`checkSession\` of the whole library, with no other service on file, for a bundle that needs no other. */
export function checkSession(session: Session, options?: CheckOptions): SessionResult {
  return checkSessionOf(onFile, session, options);
}
`;
}

test.each(Object.entries(sources))('src/%s is what its table makes', async (name, sourceOf) => {
  const file = fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
  const source = `// Generated by \`npm run generate\`. Do not edit.\n\n${sourceOf()}`;
  const options = await resolveConfig(file);
  await expect(await format(source, { ...options, filepath: file })).toMatchFileSnapshot(file);
});
