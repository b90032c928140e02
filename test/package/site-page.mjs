/* global document, requestAnimationFrame */
// The built page of docs/site, served and opened as people open it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './project.mjs';
import { serve, withBrowser } from './visit.mjs';

export const built = join(root, 'docs/site/dist');
export function buildSite() {
  return run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'docs/site'], root);
}

/** Serves the page while work is done with a browser. */
export async function withSite(found, work) {
  const server = await serve(built);
  try {
    return await withBrowser(found, (browser) => work(browser, server.url));
  } finally {
    server.close();
  }
}

/** The picture of the README: a session that is refused, why, and what would make it pass. */
export async function takePicture(browser, url, path) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1640 }, colorScheme: 'light' });
  await page.goto(url);
  await page.locator('.needs > li').first().waitFor();
  await page.screenshot({ path });
  await page.close();
}

/** How many colours a picture has, as a browser reads it. */
export async function coloursOf(browser, path) {
  const page = await browser.newPage();
  const source = `data:image/png;base64,${readFileSync(path).toString('base64')}`;
  const colours = await page.evaluate(async (from) => {
    const image = document.createElement('img');
    image.src = from;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, source);
  await page.close();
  return colours;
}

/** Begins to watch how long the page does not answer; what is returned gives the longest such time, in ms. */
export async function watchPauses(page) {
  await page.evaluate(() => {
    let last = performance.now();
    globalThis.longestPause = 0;
    const frame = () => {
      const now = performance.now();
      globalThis.longestPause = Math.max(globalThis.longestPause, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () => page.evaluate(() => globalThis.longestPause);
}
