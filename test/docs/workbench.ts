import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder in which billability is installed, as a reader of the guides would have it. */
export interface Workbench {
  readonly write: (name: string, content: string) => void;
  /** Runs a script that imports billability; gives what it prints. One after the other. */
  readonly runModule: (script: string) => Promise<string>;
  /** Runs shell commands; gives what they print. Their exit status is theirs to show. */
  readonly runShell: (commands: string) => string;
}

interface Ran {
  readonly status: number | null;
  readonly printed: string;
}

const env = { ...process.env, FORCE_COLOR: '0', COLUMNS: '80' };

let scripts: ChildProcess | undefined;

/** Runs a script in the process that runs those of all pages; it ends with the tests. */
async function runScript(folder: string, script: string): Promise<Ran> {
  scripts ??= fork(fileURLToPath(new URL('scripts.mjs', import.meta.url)), { env, execArgv: [] });
  scripts.send({ folder, script });
  const [ran] = (await once(scripts, 'message')) as [Ran];
  return ran;
}

let served: ChildProcess | undefined;

const requests = join(mkdtempSync(join(tmpdir(), 'billability-served-')), 'requests');

/** Stands in for npx, which would look the command up in the registry; one process runs the commands of all pages. */
const NPX = `#!/bin/sh
shift
folder=$(mktemp -d '${requests}-XXXXXX')
mkfifo "$folder/status"
cat > "$folder/stdin"
printf '%s\\0' "$PWD" "$@" > "$folder/args"
echo "$folder" > '${requests}'
read -r status < "$folder/status"
cat "$folder/stderr" >&2
cat "$folder/stdout"
exit "$status"
`;

function serveCommand(): void {
  if (served !== undefined) return;
  spawnSync('mkfifo', [requests]);
  const script = fileURLToPath(new URL('served-command.mjs', import.meta.url));
  served = fork(script, [requests], { env, execArgv: [] });
}

/** Ends the processes that scripts and commands were run in. */
export async function endProcesses(): Promise<void> {
  const ends = [scripts, served].map(async (one) => {
    if (one === undefined) return;
    one.disconnect();
    await once(one, 'exit');
  });
  scripts = undefined;
  served = undefined;
  await Promise.all(ends);
}

/** What an example may import beside billability. */
const packages = ['csv-parse', 'csv-stringify'];

/** @param beside a folder of the repository whose files lie in the workbench too */
export function workbench(beside?: string): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'billability-guide-'));
  mkdirSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(root, join(folder, 'node_modules', 'billability'));
  for (const name of packages) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  if (beside !== undefined) cpSync(join(root, beside), folder, { recursive: true });
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
  const npx = join(folder, 'bin', 'npx');
  writeFileSync(npx, NPX);
  chmodSync(npx, 0o755);

  return {
    write(name, content) {
      writeFileSync(join(folder, name), content);
    },
    async runModule(script) {
      const { status, printed } = await runScript(folder, script);
      if (status !== 0) throw new Error(`the script ended with ${String(status)}:\n${printed}`);
      return printed;
    },
    runShell(commands) {
      serveCommand();
      const { stdout, stderr } = spawnSync('bash', ['-c', commands], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { ...env, PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) },
      });
      return stdout + stderr;
    },
  };
}
