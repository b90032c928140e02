import { describeService, services } from '../../../src/index.js';
import type { Parts } from './generated-parts.js';
import { codesMarkdown } from './codes.js';
import { coverageMarkdown } from './coverage.js';
import { denialsMarkdown } from './denials.js';
import { columnsTable, formatsTable } from './formats.js';
import { inputMarkdown } from './input.js';
import { pageOfRule, pageOfService, withLinks } from './markdown.js';
import { readingsMarkdown } from './readings.js';
import { redundantMarkdown } from './redundant.js';
import { ruleIds } from './rule-ids.js';
import { ruleIndexMarkdown, rulePages } from './rule-index.js';
import { ruleMarkdown } from './rule-page.js';
import { serviceIndexMarkdown } from './service-index.js';

/** Every generated page, by its path in the repository. */
export const generatedPages: readonly [path: string, text: () => string][] = [
  ['docs/coverage.md', coverageMarkdown],
  ['docs/readings.md', readingsMarkdown],
  ['docs/denials.md', denialsMarkdown],
  ['docs/notices-and-reasons.md', codesMarkdown],
  ['docs/input.md', inputMarkdown],
  ['docs/services/README.md', serviceIndexMarkdown],
  ...services.map((service): [string, () => string] => {
    const page = pageOfService(service.id);
    const markdown = () => describeService(service).markdown + redundantMarkdown(service);
    return [page, () => withLinks(markdown(), page)];
  }),
  ['docs/rules/README.md', ruleIndexMarkdown],
  ...ruleIds.map((id): [string, () => string] => [
    pageOfRule(id),
    () => rulePages([id]).map(ruleMarkdown).join(''),
  ]),
];

/** The pages written by hand that have generated parts. */
export const pagesWithParts: readonly [path: string, parts: Parts][] = [
  ['docs/guides/billing-a-month.md', { formats: formatsTable, columns: columnsTable }],
];
