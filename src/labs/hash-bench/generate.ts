import type { Decoy, Fault, FoundFault, LogRow } from './log.ts';
import { sequence, wholeNumber } from '../random.ts';

/** Length of the receipt in bytes. */
export const RECEIPT_LENGTH = 2048;

const GOODS = [
  ['Mint tea', 210],
  ['Black tea', 180],
  ['Cumin bread', 310],
  ['Bread, cheese', 460],
  ['Honey cake', 390],
  ['Lentil soup', 520],
  ['Apple juice', 240],
  ['Plain water', 120],
  ['Rice pudding', 350],
  ['Plum jam', 270],
] as const;

/**
 * The receipt of a tea house, exactly 2,048 bytes of ASCII text with line feeds. The same seed gives the same
 * bytes everywhere: this is the file of the worked example, made by us, about nobody.
 */
export function generateReceipt(seed: number): Uint8Array {
  const next = sequence(seed);
  const lines = [
    'TEA HOUSE AT THE BRIDGE',
    `Receipt ${String(seed).padStart(4, '0')}  Table 6`,
    '2026-03-02 14:05 +02:00',
    '',
  ];
  const end = (total: number): string[] => [
    '',
    `Total${money(total).padStart(35)}`,
    'Paid in cash. Thank you.',
    '',
  ];
  let total = 0;
  for (;;) {
    const [name, price] = GOODS[wholeNumber(next, 0, GOODS.length - 1)] ?? GOODS[0];
    const count = wholeNumber(next, 1, 4);
    const line = `${count} ${name}`.padEnd(30) + money(count * price).padStart(10);
    if ([...lines, line, ...end(total + count * price)].join('\n').length > RECEIPT_LENGTH) break;
    lines.push(line);
    total += count * price;
  }
  const text = [...lines, ...end(total)].join('\n');
  return new TextEncoder().encode(text.padEnd(RECEIPT_LENGTH, '.'));
}

/** A log together with what was planted in it. */
export interface GeneratedLog {
  readonly rows: readonly LogRow[];
  readonly faults: readonly Pick<FoundFault, 'row' | 'fault'>[];
  readonly decoys: readonly Decoy[];
}

/** Minutes after midnight of 12 January 2026 in UTC at which a step of the journey starts, and its offset in hours. */
interface Step extends Omit<LogRow, 'id' | 'time' | 'seal' | 'opened'> {
  readonly day: number;
  readonly hour: number;
  /** Hours from UTC of the place where the row was written. */
  readonly offset: 0 | 2;
  /** Minutes after the row before; a free minute from 0 to 9 is added where it is missing. */
  readonly after?: number;
  readonly reseals?: true;
}

const OWN: readonly Step[] = [
  { day: 12, hour: 18, offset: 0, act: 'seized', from: 'flat', to: 'car-7', receiver: 'okan' },
  {
    day: 12,
    hour: 19,
    offset: 0,
    act: 'booked-in',
    from: 'car-7',
    to: 'desk',
    giver: 'okan',
    receiver: 'tarel',
  },
  {
    day: 12,
    hour: 20,
    offset: 0,
    act: 'stored',
    from: 'desk',
    to: 'store',
    giver: 'tarel',
    receiver: 'hale',
  },
  {
    day: 14,
    hour: 8,
    offset: 0,
    act: 'sent',
    from: 'store',
    to: 'car-2',
    giver: 'hale',
    receiver: 'bruni',
  },
  {
    day: 14,
    hour: 8,
    offset: 2,
    after: 105,
    act: 'arrived',
    from: 'car-2',
    to: 'lab-desk',
    giver: 'bruni',
    receiver: 'quist',
  },
  {
    day: 14,
    hour: 11,
    offset: 2,
    act: 'stored',
    from: 'lab-desk',
    to: 'lab-store',
    giver: 'quist',
    receiver: 'iyer',
  },
  {
    day: 15,
    hour: 7,
    offset: 2,
    act: 'imaged',
    from: 'lab-store',
    to: 'bench',
    giver: 'iyer',
    receiver: 'iyer',
    reseals: true,
  },
  {
    day: 15,
    hour: 10,
    offset: 2,
    act: 'stored',
    from: 'bench',
    to: 'lab-store',
    giver: 'iyer',
    receiver: 'iyer',
  },
  {
    day: 16,
    hour: 8,
    offset: 2,
    act: 'sent',
    from: 'lab-store',
    to: 'car-2',
    giver: 'iyer',
    receiver: 'bruni',
  },
  {
    day: 16,
    hour: 8,
    offset: 0,
    after: 105,
    act: 'returned',
    from: 'car-2',
    to: 'desk',
    giver: 'bruni',
    receiver: 'tarel',
  },
  {
    day: 16,
    hour: 11,
    offset: 0,
    act: 'stored',
    from: 'desk',
    to: 'store',
    giver: 'tarel',
    receiver: 'hale',
  },
  {
    day: 19,
    hour: 9,
    offset: 0,
    act: 'to-registry',
    from: 'store',
    to: 'registry',
    giver: 'hale',
    receiver: 'anselm',
  },
];

const CLEAN: readonly Step[] = [
  { day: 20, hour: 22, offset: 0, act: 'seized', from: 'shop', to: 'car-7', receiver: 'okan' },
  {
    day: 20,
    hour: 23,
    offset: 0,
    act: 'booked-in',
    from: 'car-7',
    to: 'desk',
    giver: 'okan',
    receiver: 'tarel',
  },
  {
    day: 21,
    hour: 0,
    offset: 0,
    act: 'stored',
    from: 'desk',
    to: 'store',
    giver: 'tarel',
    receiver: 'hale',
  },
  {
    day: 25,
    hour: 9,
    offset: 0,
    act: 'sent',
    from: 'store',
    to: 'bench-home',
    giver: 'hale',
    receiver: 'lind',
  },
  {
    day: 25,
    hour: 10,
    offset: 0,
    act: 'imaged',
    from: 'bench-home',
    to: 'bench-home',
    giver: 'lind',
    receiver: 'lind',
    reseals: true,
  },
  {
    day: 25,
    hour: 16,
    offset: 0,
    act: 'stored',
    from: 'bench-home',
    to: 'store',
    giver: 'lind',
    receiver: 'hale',
  },
];

/** The log of the learner's own step: twelve rows, four planted faults, and the two decoys that the journey itself holds. */
export function generateOwnLog(seed: number): GeneratedLog {
  const sound = write(seed, 'own', OWN);
  const plants: readonly [
    row: string,
    fault: Fault,
    change: (row: LogRow, rows: readonly LogRow[]) => LogRow,
  ][] = [
    ['own-03', 'no-receiver', (row) => ({ ...row, receiver: undefined })],
    ['own-06', 'no-offset', (row) => ({ ...row, time: row.time.slice(0, 16) })],
    [
      'own-08',
      'time-backwards',
      (row, rows) => ({ ...row, time: earlier(rows[6]?.time ?? '', 25) }),
    ],
    ['own-11', 'seal-changed', (row) => ({ ...row, seal: swapLastDigits(row.seal) })],
  ];
  const rows = sound.map((row) => {
    const plant = plants.find(([id]) => id === row.id);
    const changed = plant ? plant[2](row, sound) : row;
    // The seal that nobody explained stays on the exhibit: the registry reads it too.
    return row.id === 'own-12' ? { ...changed, seal: swapLastDigits(row.seal) } : changed;
  });
  return {
    rows,
    faults: plants.map(([row, fault]) => ({ row, fault })),
    decoys: [
      { row: 'own-07', looks_like: 'seal-changed' },
      { row: 'own-10', looks_like: 'time-backwards' },
    ],
  };
}

/** The clean log of the half-done step: nothing is wrong in it, and one row records a proper reseal. */
export function generateCleanLog(seed: number): GeneratedLog {
  return {
    rows: write(seed, 'clean', CLEAN),
    faults: [],
    decoys: [{ row: 'clean-05', looks_like: 'seal-changed' }],
  };
}

function write(seed: number, name: string, steps: readonly Step[]): LogRow[] {
  const next = sequence(seed);
  // Ends in 37, after a reseal in 38: two different digits, so that changing places always shows.
  let number = Math.floor(wholeNumber(next, 20000, 29000) / 10) * 100 + 37;
  let seal = sealText(number);
  let last = 0;
  return steps.map(({ day, hour, offset, after, reseals, ...row }, index) => {
    const free = wholeNumber(next, 0, 9);
    const start =
      Date.UTC(2026, 0, day, hour) / 60_000 + wholeNumber(next, 1, 8) * 5 + (free > 4 ? 5 : 0);
    const utc = after === undefined ? start : last + after;
    last = utc;
    const opened = reseals ? { opened: seal } : {};
    if (reseals) {
      number += 1;
      seal = sealText(number);
    }
    return {
      id: `${name}-${String(index + 1).padStart(2, '0')}`,
      time: timeText(utc, offset),
      ...row,
      seal,
      ...opened,
    };
  });
}

function sealText(number: number): string {
  return `B-${number}`;
}

function timeText(utc: number, offset: number): string {
  const clock = new Date((utc + offset * 60) * 60_000).toISOString();
  return `${clock.slice(0, 10)} ${clock.slice(11, 16)} +${String(offset).padStart(2, '0')}:00`;
}

function earlier(time: string, minutes: number): string {
  const clock = new Date(`${time.slice(0, 10)}T${time.slice(11, 16)}Z`);
  return `${new Date(clock.getTime() - minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')}${time.slice(16)}`;
}

function swapLastDigits(seal: string): string {
  return seal.replace(/(\d)(\d)$/, '$2$1');
}

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
