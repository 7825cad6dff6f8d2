/** `npm run dev`: live preview for authors. Seals are drawn only in a build. */
import { spawnSync } from 'node:child_process';
import { readOptions, readPort } from './options.ts';

const { values } = readOptions({
  port: { type: 'string', default: '4321' },
  audience: { type: 'string', default: 'learner' },
});
const result = spawnSync('astro', ['dev', '--port', String(readPort(values.port))], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CUSTODIA_AUDIENCE: values.audience },
});
process.exit(result.status ?? 1);
