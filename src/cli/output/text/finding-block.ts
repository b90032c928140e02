import type { Position } from '../../../findings/finding-data.js';
import type { Finding } from '../../../index.js';
import type { ReportContext } from '../../checked-batch.js';
import type { PlaceOf } from '../../checked-record.js';
import { otherOf } from '../../findings-of.js';
import { positionInWords } from '../../position-in-words.js';
import { missingOf, toShow } from './attention.js';
import { paragraph } from './layout.js';
import { placeInWords } from './places.js';
import type { Style } from './style.js';
import { holders } from '../../../sheets/words.js';
import { outcomeWording } from './words.js';

/** A session, a line of a claim, or a claim as a whole, and where its other entries stand. */
interface Said {
  readonly findings: readonly Finding[];
  readonly placeOf: PlaceOf;
}

type Context = Pick<ReportContext, 'history' | 'files' | 'asOf' | 'titleOf'>;

/**
 * What a person should look at, finding by finding.
 *
 * @param asked the facts that were asked for before in the same record; those asked for now are added.
 */
export function* findingBlocks(
  { findings, placeOf }: Said,
  context: Context,
  style: Style,
  indent: string,
  asked: Set<string>,
): Generator<string> {
  for (const finding of toShow(findings, context)) {
    const toAsk = missingOf(finding, context).filter(({ path }) => !asked.has(path));
    for (const { path } of toAsk) asked.add(path);
    yield* findingBlock(finding, toAsk, placeOf, style, indent);
  }
}

/** A finding, with the questions that no finding of the record before it has asked. */
function* findingBlock(
  finding: Finding,
  toAsk: Finding['missing'],
  placeOf: PlaceOf,
  style: Style,
  indent: string,
): Generator<string> {
  const { words, paint } = outcomeWording(finding);
  const label = `${indent}${words}:`;
  const text = paragraph(finding.message, `${label} `, `${indent}  `);
  yield paint(style)(label) + text.slice(label.length);
  yield otherBlock(otherOf(finding), placeOf, indent);
  for (const { path, question, heldBy } of toAsk) {
    // With the history given, only a session of the batch can be what is not known.
    yield path === '/history'
      ? `${indent}  waits for the units of the member's sessions before it\n`
      : paragraph(question, `${indent}  ask ${holders[heldBy]}: `, `${indent}    `);
  }
  for (const { title, section } of finding.citations) {
    yield `${style.dim(paragraph(`${title}, ${section} [${finding.rule}]`, `${indent}  `).trimEnd())}\n`;
  }
}

/** The other session that a finding is about: which it is, and where it stands. */
function otherBlock(position: Position | null, placeOf: PlaceOf, indent: string): string {
  if (position === null) return '';
  const place = placeOf(position);
  const where = place === undefined ? '' : `, see ${placeInWords(place)}`;
  return `${indent}  with ${positionInWords(position)}${where}\n`;
}
