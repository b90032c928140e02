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

export function blocksOf(page: string): Block[];
export function withContents(page: string, contents: ReadonlyMap<Block, string>): string;
export function isForTheRepository(commands: string): boolean;
