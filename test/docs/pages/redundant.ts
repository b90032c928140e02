import { redundantClauses } from '../../../src/evidence/redundant-clauses.js';
import type { Service } from '../../../src/index.js';
import { shipped } from '../../../src/shipped.js';

/** What the sheet of a service says of clauses that hold nothing back by themselves; nothing where there is none. */
export function redundantMarkdown(service: Service): string {
  const lines = redundantClauses(service, shipped).map(({ rule, metWith }) =>
    metWith === undefined
      ? `- \`${rule}\` can never fail.`
      : `- \`${rule}\` is met wherever \`${metWith}\` is.`,
  );
  if (lines.length === 0) return '';
  return `\n## Clauses that hold nothing back by themselves\n\nIt is proved, under the default readings.\n\n${lines.join('\n')}\n`;
}
