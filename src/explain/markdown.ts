import type { Citation } from '../findings/citation.js';
import { spanInWords } from '../rules/service/in-force.js';
import { changedBy } from './readings.js';
import type { ServiceSheet, SheetLine } from './service-sheet.js';

/** A sheet as Markdown: a heading and a list for each section, each line with its clause. */
export function sheetMarkdown({
  title,
  service,
  jurisdiction,
  on,
  sections,
  readings,
}: ServiceSheet): string {
  return [
    `# ${title}`,
    '',
    `\`${service}\`, ${jurisdiction}${on === undefined ? '' : `, rates of ${on}`}`,
    ...sections.flatMap(({ heading, lines }) => ['', `## ${heading}`, '', ...lines.map(listItem)]),
    '',
    '## What is left open, and how it is read',
    '',
    ...readings.map((reading) => {
      const { name, question, choice } = reading;
      const setting = changedBy(reading);
      return `- *${name}*: ${question} ${choice}${setting === undefined ? '' : ` Setting: ${setting}.`}`;
    }),
    '',
  ].join('\n');
}

function listItem({ says, rule, demands, citation, reading, ...span }: SheetLine): string {
  const marks = [
    spanInWords(span).trim(),
    rule === undefined ? '' : `\`${rule}\``,
    reading === undefined ? '' : `reading *${reading}*`,
  ];
  const where = [clauseOf(citation), ...marks].filter((mark) => mark !== '').join('; ');
  return [`- ${says} (${where})`, ...(demands === undefined ? [] : [`  - Passes when ${demands}.`])].join(
    '\n',
  );
}

function clauseOf({ title, section, basis }: Citation): string {
  return basis === 'general' ? title : section;
}
