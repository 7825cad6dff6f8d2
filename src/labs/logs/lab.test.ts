import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateLogs, type Kind } from './generate.ts';
import { matchLogs } from './match.ts';
import { logTables } from './tables.ts';
import { utcText } from './time.ts';

interface Exhibit {
  readonly id: string;
  readonly rows?: readonly (string | number)[][];
}
interface Field {
  readonly id: string;
  readonly accepts?: readonly (string | number)[];
  readonly correct?: string | readonly string[];
}
interface Step {
  readonly exhibits: readonly Exhibit[];
  readonly sheets: readonly { readonly id: string; readonly fields: readonly Field[] }[];
}

const folder = new URL(
  '../../../courses/a5-who-was-behind-it/labs/match-the-logs/',
  import.meta.url,
);
const lab = parse(readFileSync(new URL('lab.yaml', folder), 'utf8')) as {
  data: { steps: Record<string, Step> };
};
const words = readFileSync(new URL('en.yaml', folder), 'utf8');
const steps = Object.values(lab.data.steps);
const exhibits = steps.flatMap((step) => step.exhibits);
const sheets = steps.flatMap((step) => step.sheets);

/** What the laboratory exercise shows, and from which kind and seed it was made. */
const SETS: readonly { name: string; sheet: string; kind: Kind; seed: number }[] = [
  { name: 'ex', sheet: 'shown', kind: 'plain', seed: 5 },
  { name: 'hd', sheet: 'half', kind: 'router-decides', seed: 21 },
  { name: 'a', sheet: 'set-a', kind: 'router-decides', seed: 34 },
  { name: 'b', sheet: 'set-b', kind: 'hour-open', seed: 47 },
];

describe.each(SETS)('the set $name of the exercise', ({ name, sheet, kind, seed }) => {
  const { logs } = generateLogs(kind, seed);
  const match = matchLogs(logs);
  const fields = sheets.find(({ id }) => id === sheet)?.fields ?? [];
  const field = (id: string): Field | undefined => fields.find((each) => each.id === id);
  const accepted = (id: string): string => String(field(id)?.accepts?.[0] ?? '');

  test('shows exactly the logs that its seed makes', () => {
    const tables = logTables(logs);
    for (const [log, rows] of Object.entries(tables)) {
      const shown = exhibits.find(({ id }) => id === `${name}-${log}`)?.rows ?? [];
      expect(shown.map((row) => row.map(String))).toEqual(rows);
    }
    expect(words).toContain(utcText(logs.restart ?? 0));
  });

  test('asks for what the rules find', () => {
    const found = match.readings.map(({ at }) => utcText(at));
    for (const [id, moment] of [
      ['moment', found[0]],
      ['first', found[0]],
      ['second', found[1]],
      ['arrived', match.arrivals.map(utcText)[0]],
    ] as const) {
      if (field(id)) expect({ id, moment: accepted(id) }).toEqual({ id, moment });
    }
    if (field('moments')) expect(accepted('moments')).toBe(String(match.readings.length));
    if (field('drift')) expect(accepted('drift')).toBe(String(match.drift));
    const named =
      match.verdict.kind === 'subscriber' ? match.verdict.customer.toLowerCase() : 'undecided';
    expect(field('customer')?.correct).toBe(named);
  });
});

test('one set of the exercise is a clean example, and one cannot be decided', () => {
  const kinds = SETS.map(({ kind }) => kind);
  expect(kinds).toContain('plain');
  expect(kinds).toContain('hour-open');
});
