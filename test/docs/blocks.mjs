const FENCED = /^```(\w*)(?: +(.*?))?\n(.*?)^```$/gms;

/** The fenced blocks of a page, in order. */
export function blocksOf(page) {
  return [...page.matchAll(FENCED)].map((match) => {
    const [whole, language = '', about = '', content = ''] = match;
    const end = match.index + whole.length - '```'.length;
    return { language, about, content, start: end - content.length, end };
  });
}

/** The page with other contents in some of its blocks. */
export function withContents(page, contents) {
  let written = '';
  let at = 0;
  for (const [block, content] of contents) {
    written += page.slice(at, block.start) + content;
    at = block.end;
  }
  return written + page.slice(at);
}

/** Commands of npm and git are for the reader's own machine; that the scripts exist is tested elsewhere. */
export function isForTheRepository(commands) {
  return /^(npm|git) /.test(commands);
}
