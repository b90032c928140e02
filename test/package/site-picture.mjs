// Makes the picture of the README from the built page.
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root } from './project.mjs';
import { takePicture, withSite } from './site-page.mjs';

await withSite(await findChromium(), (browser, url) =>
  takePicture(browser, url, join(root, 'docs/site/picture.png')),
);
