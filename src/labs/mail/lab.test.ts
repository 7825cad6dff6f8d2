import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateMail, type MailKind } from './generate.ts';
import { utcOf } from './rows.ts';
import { contradictions, readTrail } from './trail.ts';

interface Exhibit {
  readonly id: string;
  readonly machine?: string;
}
interface Field {
  readonly id: string;
  readonly accepts?: readonly (string | number)[];
  readonly correct?: string | readonly string[];
}
interface Step {
  readonly exhibits: readonly Exhibit[];
  readonly sheets: readonly { readonly fields: readonly Field[] }[];
}

const folder = new URL('../../../courses/a5-who-was-behind-it/labs/header-trail/', import.meta.url);
const { steps } = (
  parse(readFileSync(new URL('lab.yaml', folder), 'utf8')) as {
    data: { steps: Record<string, Step> };
  }
).data;
const exhibits = Object.values(steps).flatMap((step) => step.exhibits);
const machineOf = (id: string): string => exhibits.find((each) => each.id === id)?.machine ?? '';

/** The messages of the laboratory exercise, the kind and seed they were made from, and whose lines are confirmed there. */
const MESSAGES: readonly {
  file: string;
  kind: MailKind;
  seed: number;
  step: string;
  header: string;
  confirmed: boolean;
}[] = [
  {
    file: 'twelve-teapots.eml',
    kind: 'clean',
    seed: 3,
    step: 'example',
    header: 'ex-header',
    confirmed: true,
  },
  {
    file: 'forty-teapots.eml',
    kind: 'forged',
    seed: 29,
    step: 'half-done',
    header: 'hd-header',
    confirmed: false,
  },
  {
    file: 'forty-more.eml',
    kind: 'forged',
    seed: 9,
    step: 'own',
    header: 'own-header',
    confirmed: true,
  },
];

describe.each(MESSAGES)('the message $file', ({ file, kind, seed, step, header, confirmed }) => {
  const mail = generateMail(kind, seed);
  const fields = steps[step]?.sheets.flatMap((sheet) => sheet.fields) ?? [];
  const accepted = (id: string): string | undefined => {
    const first = fields.find((each) => each.id === id)?.accepts?.[0];
    return first === undefined ? undefined : String(first);
  };

  test('is exactly what its seed makes, as a file and on the page', () => {
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(mail.text);
    const shown = mail.text.replaceAll('\r', '').split('\n\n')[0] ?? '';
    expect(machineOf(header).trimEnd()).toBe(shown);
  });

  test('is asked about with the answers that the rules find', async () => {
    const { headers } = await PostalMime.parse(mail.text);
    const trail = readTrail(
      headers.filter(({ key }) => key === 'received').map(({ value }) => value),
      [...mail.own, ...(confirmed ? mail.confirmed : [])],
    );
    expect(accepted('boundary')).toBe(String(trail.boundary));
    for (const [index, id] of ['one', 'two', 'three', 'four', 'five'].entries()) {
      if (accepted(id) !== undefined) expect(accepted(id)).toBe(utcOf(mail.times[index] ?? 0));
    }
    if (accepted('entered') !== undefined) expect(accepted('entered')).toBe(utcOf(mail.lead.at));
    if (accepted('lead') !== undefined) expect(accepted('lead')).toBe(trail.lead?.address);
    const misfit = fields.find(({ id }) => id === 'misfit')?.correct;
    const found = contradictions(trail).map(({ line }) => `line-${line}`);
    expect(misfit === undefined ? [] : [misfit]).toEqual(found);
  });
});

/** Only GNU's `date` reads a time with `-d`; Debian's does. */
const gnu = spawnSync('date', ['--version'], { encoding: 'utf8' }).stdout.includes('GNU');

test.skipIf(!gnu)('the commands of step 2 show on a computer exactly what the page says', () => {
  const [, ...parts] = machineOf('hd-commands').trimEnd().split(/^\$ /m);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    const [command = '', ...output] = part.trimEnd().split('\n');
    const run = spawnSync('sh', ['-c', command], {
      cwd: fileURLToPath(folder),
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect({ command, output: run.stdout.replaceAll('\r', '').trimEnd().split('\n') }).toEqual({
      command,
      output,
    });
  }
});
