// Raises the version by the changes that wait in .changeset, and writes it where the code states it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (file) => readFileSync(new URL(file, root), 'utf8');
const write = (file, text) => writeFileSync(new URL(file, root), text);

execFileSync('npx', ['--no-install', 'changeset', 'version'], { cwd: root, stdio: 'inherit' });

const { version } = JSON.parse(read('package.json'));
write('src/version.ts', read('src/version.ts').replace(/'[^']*'/, `'${version}'`));

const lock = JSON.parse(read('package-lock.json'));
lock.version = version;
lock.packages[''].version = version;
write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
