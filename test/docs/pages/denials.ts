import { denialTable, kindsOf, type DenialKey } from '../../../src/findings/denials.js';
import { code, linksFrom, table } from './markdown.js';
import { rulePages } from './rule-index.js';
import { seenInWords } from './rule-page.js';

/** The page that lists the denials that failures may draw. */
export function denialsMarkdown(): string {
  const { rule } = linksFrom('docs/denials.md');
  const pages = rulePages();
  const drawing = (failure: string) =>
    pages.filter(({ denials }) => denials.some((drawn) => drawn.failure === failure));
  const drawingNone = pages.filter(({ denials }) => denials.length === 0);
  const rows = keys.flatMap((key) =>
    kindsOf(key).flatMap(([, { failure, denials }]) =>
      denials.map(({ carc, rarc = '', group, likelihood, seenAt }) => [
        failure,
        carc,
        rarc,
        group,
        likelihood,
        seenInWords[seenAt],
        drawing(failure)
          .map((page) => rule(page.rule))
          .join(', '),
        code(key),
      ]),
    ),
  );
  return [
    '# Denials',
    '',
    'What a payer may answer when a claim is sent although a rule fails: the Claim Adjustment Reason Code (CARC), the',
    "Remittance Advice Remark Code (RARC) that goes with it, and the group code. Which one a payer sends is the payer's",
    'choice, so each is likely or possible and none is certain. What shows on no claim is seen at audit, perhaps years later, as',
    'a recovery, and is never likely. What is not known, or due, predicts no denial.',
    '',
    'X12 keeps the codes and owns their descriptions: <https://x12.org/codes>. The words here are ours. The key is what the',
    'criterion of a definition states as its `denial`.',
    '',
    ...new Set(table(['Failure', 'CARC', 'RARC', 'Group', 'How likely', 'Seen', 'Rules', 'Key'], rows)),
    '',
    `No denial is predicted for a failure of ${drawingNone.map((page) => rule(page.rule)).join(' or ')}.`,
    '',
  ].join('\n');
}

const keys = Object.keys(denialTable) as DenialKey[];
