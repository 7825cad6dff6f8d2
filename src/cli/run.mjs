/**
 * The door every npm script goes through. It needs nothing but Node: it checks the Node version,
 * installs the packages when the lockfile changed, then runs `src/cli/<verb>.ts` on the Node 24 that the
 * dev dependency `node` brings.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [verb = '', ...options] = process.argv.slice(2);

/** Ends the program with one line that says what is wrong and what to do. */
function stop(line) {
  console.error(line);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Custodia needs Node 20.19 or newer to start; this is ${process.versions.node}. Install a newer Node from nodejs.org and run the command again.`,
  );
}
if (!existsSync(join(root, 'src/cli', `${verb}.ts`))) {
  stop(
    `There is no command \`${verb}\`. The commands are the scripts in package.json: run \`npm run\` to see them.`,
  );
}

const stamp = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stampFile = join(root, 'node_modules/.custodia-lock');
const node = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';

if (installed !== stamp || !existsSync(node)) {
  console.log('Installing packages (first run, or the list of packages changed) ...');
  const npm = process.env.npm_execpath;
  // `install`, not `ci`: some optional packages for other systems are in no registry mirror, and newer npm
  // refuses `ci` over them. `--no-save` keeps the lockfile as it is.
  // npm's own patience without a network is minutes; a minute is enough to know.
  const patience = [
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=8000',
  ];
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...patience];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    stop(
      'The packages could not be installed. Check that this computer reaches the npm registry (or your mirror: `npm config set registry ADDRESS`) and run the command again.',
    );
  }
  if (!existsSync(node)) {
    stop(
      'npm did not run the install step of the package `node`. Run `npm rebuild node` once, then the command again.',
    );
  }
  writeFileSync(stampFile, stamp);
}

const path = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].join(
  process.platform === 'win32' ? ';' : ':',
);
const run = spawnSync(node, [join(root, 'src/cli', `${verb}.ts`), ...options], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exit(run.status ?? 1);
