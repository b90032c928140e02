import { printable } from '../text/layout.js';

/** Markup, made of text that is escaped. */
export type Markup = string;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as markup, also between quotes: what it holds is shown, and nothing of it is markup. */
export function escaped(text: string): Markup {
  return printable(text).replace(/[&<>"']/g, (character) => String(entities[character]));
}

/** A table that scrolls by itself where the page is narrow. */
export function tableOf(caption: string, heads: readonly Markup[], rows: readonly Markup[]): Markup {
  const scroll = `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}">`;
  return `${scroll}<table><caption>${escaped(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>\n`;
}

/** The heading of a column; of numbers to the right. */
export function head(text: string, kind: 'text' | 'n' = 'text'): Markup {
  return `<th scope="col"${kind === 'n' ? ' class="n"' : ''}>${escaped(text)}</th>`;
}

export function rowHead(text: string): Markup {
  return `<th scope="row">${escaped(text)}</th>`;
}

export function cell(text: string): Markup {
  return `<td>${escaped(text)}</td>`;
}

export function number(text: string): Markup {
  return `<td class="n">${escaped(text)}</td>`;
}

/** A part of a whole as a bar; the number stands beside it. A drawing, as the policy of the page lets no cell have a style. */
export function bar(part: number, whole: number): Markup {
  const width = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return `<td class="bar"><svg aria-hidden="true" width="100%" height="12"><rect class="track" width="100%" height="12"/><rect class="part" width="${String(width)}%" height="12"/></svg></td>`;
}

/** A part of the page with a heading of its own. */
export function section(id: string, heading: string, content: Markup): Markup {
  return `<section aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${escaped(heading)}</h2>\n${content}</section>\n`;
}
