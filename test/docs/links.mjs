/** Where the links of a page in Markdown lead. Code is not read. */
export function linksOf(page) {
  const text = withoutFences(page).replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code));
  const inline = [...text.matchAll(/\]\((?:<([^>\n]+)>|([^)\s]+))\)/g)].map(
    ([, wrapped, bare]) => wrapped ?? bare,
  );
  const references = [...text.matchAll(/^\[[^\]]+\]: +(\S+)/gm)].map(([, target]) => target);
  return [...inline, ...references].map((link) => link ?? '');
}

/** The page with other targets for its links; code stays as it is. */
export function withTargets(page, targetFor) {
  const links = /^(```+|~~~+).*?^\1|`[^`\n]*`|(\]\()(<[^>\n]+>|[^)\s]+)(\))|(^\[[^\]]+\]: +)(\S+)/gms;
  return page.replace(links, (whole, _fence, open, target, close, reference, to) => {
    if (open !== undefined) {
      const bare = target.replace(/^<(.*)>$/, '$1');
      const other = targetFor(bare);
      return other === bare ? whole : `${open}${other}${close}`;
    }
    return reference === undefined ? whole : `${reference}${targetFor(to)}`;
  });
}

/** The anchors that a reader of the page can jump to: those of its headings as GitHub makes them, and those it states. */
export function anchorsOf(page) {
  const text = withoutFences(page);
  const seen = new Map();
  const headings = [...text.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const anchor = anchorOf(heading);
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${String(before)}`;
  });
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

function anchorOf(heading) {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function withoutFences(page) {
  return page.replace(/^(```+|~~~+).*?^\1/gms, '');
}
