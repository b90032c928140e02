import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { folder, projectWith, run } from './project.mjs';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);
const FROM_NPM = '@sparticuz/chromium@153.0.0';

/** A Chromium to start: the one that CHROMIUM names, one that is installed, or one from npm, which Linux can run. */
export async function findChromium() {
  const program = [process.env.CHROMIUM, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
  if (program !== undefined) return { program, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  throw new Error(`there is no Chromium at ${INSTALLED.join(', ')}; CHROMIUM can name another place`);
}

/** Comes compressed, with the libraries that it needs. */
async function chromiumFromNpm() {
  const project = await projectWith([FROM_NPM]);
  const inflated = (name) =>
    brotliDecompressSync(readFileSync(join(project, 'node_modules/@sparticuz/chromium/bin', name)));
  const program = join(project, 'chromium');
  writeFileSync(program, inflated('chromium.br'));
  chmodSync(program, 0o755);
  writeFileSync(join(project, 'libraries.tar'), inflated('al2023.tar.br'));
  await run('tar', ['-xf', 'libraries.tar'], project);
  return { program, env: { ...process.env, LD_LIBRARY_PATH: join(project, 'lib') } };
}

/** Opens a page without a window, in a time zone, until `answered` settles. */
export async function openWhile(answered, { program, env }, url, zone) {
  const browser = spawn(
    program,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--user-data-dir=${folder()}`,
      url,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...env, TZ: zone } },
  );
  let said = '';
  browser.stderr.setEncoding('utf8').on('data', (part) => (said += part));
  const ended = once(browser, 'exit');
  const endedEarly = ended.then(([status]) => {
    throw new Error(`Chromium ended with ${status}\n${said}`);
  });
  try {
    return await Promise.race([answered, endedEarly]);
  } finally {
    endedEarly.catch(() => undefined);
    browser.kill();
    await ended;
  }
}
