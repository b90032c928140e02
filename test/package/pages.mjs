// The pages of the installed package, followed as a reader of them would.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { anchorsOf, linksOf } from '../docs/links.mjs';
import { root } from './project.mjs';

/** Where links may lead outside the package, beside the homepage: what others keep. */
const OTHERS = ['https://x12.org/codes', 'https://standardschema.dev', 'https://docs.bullmq.io'];

/** Follows every link of every page; gives how many there are. Fails with those that lead nowhere. */
export function followLinks(installed, files) {
  const { homepage } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const repository = homepage.replace(/#.*$/, '');
  const pages = files.filter((file) => file.endsWith('.md'));
  const links = pages.flatMap((page) =>
    linksOf(readFileSync(join(installed, page), 'utf8')).map((link) => ({ page, link })),
  );
  const faults = links.flatMap(({ page, link }) => {
    const why = faultOf(page, link, installed, repository);
    return why === undefined ? [] : [`${page}: ${link}: ${why}`];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { pages: pages.length, links: links.length };
}

function faultOf(page, link, installed, repository) {
  if (OTHERS.includes(link)) return undefined;
  if (/^[a-z]+:/.test(link)) {
    const ofHome = `${repository}/blob/main/`;
    return link.startsWith(ofHome)
      ? faultIn(root, link.slice(ofHome.length).replace('?raw=true', ''))
      : 'not of the homepage';
  }
  const [path, ...anchor] = link.split('#');
  return faultIn(installed, [path === '' ? page : join(dirname(page), path), ...anchor].join('#'));
}

function faultIn(folder, target) {
  const [path, anchor] = target.split('#');
  if (path.startsWith('..') || !existsSync(join(folder, path))) return 'no such file';
  if (anchor === undefined) return undefined;
  if (statSync(join(folder, path)).isDirectory()) return 'a folder has no headings';
  return anchorsOf(readFileSync(join(folder, path), 'utf8')).includes(anchor) ? undefined : 'no such heading';
}

/** How many sources the maps of the package hold. Fails where one stands in two of them, or none is held at all. */
export function countSources(installed, files) {
  const sources = files
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => {
      const map = JSON.parse(readFileSync(join(installed, file), 'utf8'));
      if (map.sourcesContent?.length !== map.sources.length) throw new Error(`${file}: sources are not held`);
      return map.sources.map((source) => join(dirname(file), source));
    });
  const twice = sources.filter((source, index) => sources.indexOf(source) !== index);
  if (twice.length > 0) throw new Error(`in two maps: ${twice.join(', ')}`);
  if (sources.length === 0) throw new Error('no map holds a source');
  return sources.length;
}
