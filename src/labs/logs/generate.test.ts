import { describe, expect, test } from 'vitest';
import { generateLogs, KINDS } from './generate.ts';
import { driftOf, matchLogs } from './match.ts';
import { utcText } from './time.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe.each(KINDS)('logs of the kind %s', (kind) => {
  test('on every seed the rules find exactly the truth that the logs were made from', () => {
    for (const seed of seeds) {
      const { logs, verdict } = generateLogs(kind, seed);
      expect({ seed, verdict: matchLogs(logs).verdict }).toEqual({ seed, verdict });
    }
  });

  test('the one who did it is named, or is among those between whom nothing decides', () => {
    for (const seed of seeds) {
      const { logs, customer } = generateLogs(kind, seed);
      const { verdict } = matchLogs(logs);
      const named =
        verdict.kind === 'subscriber'
          ? [verdict.customer]
          : verdict.kind === 'undecided'
            ? verdict.between
            : [];
      expect(named).toContain(customer);
    }
  });

  test('the anchor gives the drift of the router, about seven minutes slow', () => {
    for (const seed of seeds) {
      const { logs, drift } = generateLogs(kind, seed);
      expect(driftOf(logs)).toBe(drift);
      expect(drift).toBeGreaterThanOrEqual(420);
      expect(drift).toBeLessThanOrEqual(425);
    }
  });

  test('every log holds decoys that no rule takes', () => {
    for (const seed of seeds) {
      const { logs } = generateLogs(kind, seed);
      const event = logs.platform.find(({ id }) => id === logs.event);
      expect(logs.carrier.some(({ address }) => address !== event?.address)).toBe(true);
      expect(logs.router.some((row) => row.kind === 'other')).toBe(true);
      expect(matchLogs(logs).rows.every(({ address }) => address === event?.address)).toBe(true);
    }
  });
});

test('the same seed gives the same logs, another seed others', () => {
  expect(generateLogs('router-decides', 7)).toEqual(generateLogs('router-decides', 7));
  expect(generateLogs('router-decides', 7)).not.toEqual(generateLogs('router-decides', 8));
});

test('without the anchor the router decides nothing, although its row is there', () => {
  const { logs } = generateLogs('router-decides', 3);
  const { restart, ...blind } = logs;
  expect(restart).toBeDefined();
  expect(matchLogs(blind).verdict).toMatchObject({ kind: 'undecided', open: 'hour' });
});

test('a drift corrected the wrong way supports no reading', () => {
  const { logs, drift } = generateLogs('router-decides', 3);
  const wrong = {
    ...logs,
    router: logs.router.map((row) =>
      row.kind === 'arrival' ? { ...row, shown: row.shown + 2 * drift } : row,
    ),
  };
  expect(matchLogs(wrong).kept).toHaveLength(2);
});

test('support for both readings decides nothing', () => {
  const { logs } = generateLogs('router-decides', 5);
  const shown = logs.router.find(({ kind }) => kind === 'arrival')?.shown ?? 0;
  const hours = [-3600, 3600].map((hour, index) => ({
    id: `extra${index}`,
    shown: shown + hour,
    kind: 'arrival' as const,
  }));
  expect(matchLogs({ ...logs, router: [...logs.router, ...hours] }).verdict).toMatchObject({
    kind: 'undecided',
    open: 'hour',
  });
});

test('an address that the carrier does not know finds nobody, and an unknown event is refused', () => {
  const { logs } = generateLogs('plain', 1);
  expect(matchLogs({ ...logs, carrier: [] }).verdict).toEqual({ kind: 'nobody' });
  expect(() => matchLogs({ ...logs, event: 'none' })).toThrow('no row');
});

test('in the hour that comes twice the wall shows one time and the record two customers', () => {
  const { logs } = generateLogs('hour-open', 11);
  const { readings, rows } = matchLogs(logs);
  const [first, second] = readings;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(3600);
  expect(utcText(first?.at ?? 0).slice(14)).toBe(utcText(second?.at ?? 0).slice(14));
  expect(new Set(rows.map(({ customer }) => customer)).size).toBe(2);
});
