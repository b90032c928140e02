/** Generated parts of a page that is written by hand, by name. */
export type Blocks = Readonly<Record<string, () => readonly string[]>>;

const UNFORMATTED = '<!-- prettier-ignore-start -->';
const FORMATTED = '<!-- prettier-ignore-end -->';

/**
 * The page with each block between its markers, `<!-- generated: NAME -->` and `<!-- end: NAME -->`. Each block has its
 * place, and each place its block.
 */
export function withBlocks(page: string, blocks: Blocks): string {
  const places = [...page.matchAll(/<!-- generated: (.*?) -->/g)].map(([, name = '']) => name);
  const names = Object.keys(blocks);
  if (places.toSorted().join() !== names.toSorted().join()) {
    throw new Error(`generated blocks are ${names.join(', ')}; the page has places for ${places.join(', ')}`);
  }
  return names.reduce((text, name) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [before, after] = [text.indexOf(start) + start.length, text.indexOf(end)];
    if (after < before) throw new Error(`the block ${name} does not end`);
    const block = (blocks[name]?.() ?? []).join('\n');
    return `${text.slice(0, before)}\n\n${UNFORMATTED}\n\n${block}\n\n${FORMATTED}\n\n${text.slice(after)}`;
  }, page);
}
