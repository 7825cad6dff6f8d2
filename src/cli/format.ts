/** `npm run format`: formats all program files. */
import { spawnSync } from 'node:child_process';
import { FORMATTED } from './formatted.ts';
import { readOptions } from './options.ts';

readOptions({});
const { status } = spawnSync('prettier', ['--write', '--log-level=warn', ...FORMATTED], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
