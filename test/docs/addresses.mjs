// Where a page leads from inside the package: to what is packed by its path, to the rest by an address of the homepage,
// which package.json states in one place.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { withTargets } from './links.mjs';

const { homepage, files } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The repository that the homepage is of. */
export const repository = homepage.replace(/#.*$/, '');

/** Any address of a page of ours, whoever publishes it. */
const OUR_PAGE = /^https:\/\/github\.com\/[^/]+\/billability\/blob\/main\/(?=.)/;

const always = ['README.md', 'LICENSE', 'package.json'];

/** What an address of a picture ends with, so that it is the picture and no page about it. */
const RAW = '?raw=true';

/** Whether a file, or a folder, of the repository is in the package. */
export function isPacked(path) {
  return [...always, ...files].some((packed) => path === packed || path.startsWith(`${packed}/`));
}

/** The path, and anchor, in the repository of a link of ours; undefined where it leads elsewhere. */
export function pathOf(link, page) {
  if (OUR_PAGE.test(link)) return link.replace(OUR_PAGE, '').replace(RAW, '');
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [path, ...anchor] = link.split('#');
  return [path === '' ? page : join(dirname(page), path), ...anchor].join('#');
}

/** A page of the package, whose links to what is not packed are addresses. Other pages stay as they are. */
export function withAddresses(text, page) {
  if (!isPacked(page)) return text;
  return withTargets(text, (target) => {
    const path = pathOf(target, page);
    const leaves = path !== undefined && (OUR_PAGE.test(target) || !isPacked(path.split('#')[0]));
    const raw = path?.endsWith('.png') === true ? RAW : '';
    return leaves ? `${repository}/blob/main/${path}${raw}` : target;
  });
}
