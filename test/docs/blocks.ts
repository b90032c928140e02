/** A fenced block of a page: `language` and `about` are the words after the fence. */
export interface Block {
  readonly language: string;
  /** What follows the language, such as `file=march.csv`. */
  readonly about: string;
  readonly content: string;
  /** Where the content stands in the page. */
  readonly start: number;
  readonly end: number;
}

const FENCED = /^```(\w*)(?: +(.*?))?\n(.*?)^```$/gms;

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCED)].map((match) => {
    const [whole, language = '', about = '', content = ''] = match;
    const end = match.index + whole.length - '```'.length;
    return { language, about, content, start: end - content.length, end };
  });
}

/** The page with other contents in some of its blocks. */
export function withContents(page: string, contents: ReadonlyMap<Block, string>): string {
  let written = '';
  let at = 0;
  for (const [block, content] of contents) {
    written += page.slice(at, block.start) + content;
    at = block.end;
  }
  return written + page.slice(at);
}
