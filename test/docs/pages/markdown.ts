import { dirname, relative } from 'node:path/posix';
import { isRule } from './rule-ids.js';

/** A table; a bar or a line break in a cell would end it. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** `mo/peer-support` has the sheet `docs/services/mo-peer-support.md`. */
export function pageOfService(id: string): string {
  return `docs/services/${id.replace('/', '-')}.md`;
}

/** `units/time` has the page `docs/rules/units/time.md`. */
export function pageOfRule(id: string): string {
  return `docs/rules/${id}.md`;
}

/** Links of a page to the others; `page` is its path in the repository. */
export function linksFrom(page: string) {
  const to = (text: string, target: string) => `[${text}](${relative(dirname(page), target)})`;
  return {
    to,
    rule: (id: string) => to(code(id), pageOfRule(id)),
    service: (id: string) => to(code(id), pageOfService(id)),
    reading: (name: string) => `[*${name}*](${relative(dirname(page), 'docs/readings.md')}#${name})`,
  };
}

/** A text whose rules and readings are links. */
export function withLinks(text: string, page: string): string {
  const links = linksFrom(page);
  return text
    .replace(/`([a-z]+\/[a-z-]+)`/g, (mark, id: string) => (isRule(id) ? links.rule(id) : mark))
    .replace(/reading \*([a-z-]+)\*/g, (_mark, name: string) => `reading ${links.reading(name)}`);
}
