/** Generated parts of a page that is written by hand, by name. */
export type Parts = Readonly<Record<string, () => readonly string[]>>;

const UNFORMATTED = '<!-- prettier-ignore-start -->';
const FORMATTED = '<!-- prettier-ignore-end -->';

/**
 * The page with each part between its markers, `<!-- generated: NAME -->` and `<!-- end: NAME -->`. Each block has its
 * place, and each place its part.
 */
export function withParts(page: string, parts: Parts): string {
  const places = [...page.matchAll(/<!-- generated: (.*?) -->/g)].map(([, name = '']) => name);
  const names = Object.keys(parts);
  if (places.toSorted().join() !== names.toSorted().join()) {
    throw new Error(`generated parts are ${names.join(', ')}; the page has places for ${places.join(', ')}`);
  }
  return names.reduce((text, name) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [before, after] = [text.indexOf(start) + start.length, text.indexOf(end)];
    if (after < before) throw new Error(`the part ${name} does not end`);
    const part = (parts[name]?.() ?? []).join('\n');
    return `${text.slice(0, before)}\n\n${UNFORMATTED}\n\n${part}\n\n${FORMATTED}\n\n${text.slice(after)}`;
  }, page);
}
