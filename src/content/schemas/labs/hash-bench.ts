import { z } from 'zod';
import { FAULTS, RATINGS } from '../../../labs/hash-bench/log.ts';
import { Key, Text } from '../common.ts';
import { FindingFields, FindingWords } from './finding.ts';

const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Write the 64 lower-case hex digits of a SHA-256 value.');
const Md5 = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'Write the 32 lower-case hex digits of an MD5 value.');
const Seed = z.number().int().nonnegative();

const Row = z.strictObject({
  id: Key,
  /** Local time with its offset, `2026-01-12 18:20 +00:00`; without the offset only where that is the planted fault. */
  time: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}( [+-]\d{2}:\d{2})?$/,
      'Write the time as `2026-01-12 18:20 +00:00`.',
    ),
  /** What happened: a key of `acts` in the words. */
  act: Key,
  /** Keys of `places`. */
  from: Key,
  to: Key,
  /** Keys of `people`: who handed over, who took over. */
  giver: Key.optional(),
  receiver: Key.optional(),
  /** Number of the seal when the row ends. */
  seal: z.string(),
  /** Number of the seal that this row opened. */
  opened: z.string().optional(),
});

const Log = z.strictObject({
  /** The generator's seed: the rows below are what it gives, and a test proves it. */
  seed: Seed,
  rows: z.array(Row).min(1),
  /** The planted faults in the order of the rows. A test finds the same ones by rule. */
  truth: z.array(
    z.strictObject({
      row: Key,
      fault: z.enum(FAULTS),
      /** What the card of this lab says. */
      rating: z.enum(RATINGS),
      /** Ratings that careful readers also gave; the words say why they differ. */
      defensible: z.array(z.enum(RATINGS)).default([]),
    }),
  ),
  /** Sound rows that look like a fault. */
  decoys: z.array(z.strictObject({ row: Key, looks_like: z.enum(FAULTS) })),
});

/** `data:` of the hash bench's `lab.yaml`. */
export const HashBenchData = z.strictObject({
  kind: z.literal('hash-bench'),
  /** The file of the worked example. */
  receipt: z.strictObject({
    seed: Seed,
    bytes: z.number().int().positive(),
    sha256: Sha256,
    /** The bit that the worked example turns over. */
    flip: z.strictObject({
      byte: z.number().int().nonnegative(),
      bit: z.number().int().min(0).max(7),
    }),
  }),
  /** Two different files with one MD5 value. */
  collision: z.strictObject({
    a: z.strictObject({ hex: z.string(), sha256: Sha256 }),
    b: z.strictObject({ hex: z.string(), sha256: Sha256 }),
    md5: Md5,
  }),
  /** Statements about the two files, in the order shown. */
  statements: z.array(z.strictObject({ id: Key, holds: z.boolean() })).min(3),
  clean: Log,
  own: Log,
  /** Fields of the finding in the order of the sentence. */
  finding: FindingFields,
});
export type HashBenchData = z.infer<typeof HashBenchData>;

/** A part of the page: its heading and its running text in Markdown. */
const Part = { title: Text, text: Text };

/** `words:` of the hash bench's `<lang>.yaml`. */
export const HashBenchWords = z.strictObject({
  example: z.strictObject({
    ...Part,
    /** What the turned bit did to the text of the receipt. */
    worked: Text,
    /** What the step shows, and what it does not. */
    shows: Text,
  }),
  collision: z.strictObject({ ...Part, ask: Text, after: Text }),
  statements: z.record(Key, z.strictObject({ label: Text, feedback: Text })),
  reading: z.strictObject({
    ...Part,
    /** One line per cell of the row that is read aloud, in the order of the columns. */
    cells: z.strictObject({
      time: Text,
      act: Text,
      from: Text,
      to: Text,
      receiver: Text,
      seal: Text,
    }),
  }),
  clean: z.strictObject({ ...Part, exhibit: Text, answer: Text }),
  own: z.strictObject({ ...Part, exhibit: Text, answer: Text }),
  places: z.record(Key, Text),
  people: z.record(Key, Text),
  acts: z.record(Key, Text),
  /** The four kinds of fault: name, how to recognise it, and two hints for the learner who looks for it. */
  faults: z.record(
    z.enum(FAULTS),
    z.strictObject({ name: Text, sign: Text, hints: z.array(Text).length(2) }),
  ),
  /** The card that decides ratings in this lab. */
  card: z.strictObject({
    title: Text,
    text: Text,
    ratings: z.record(z.enum(RATINGS), z.strictObject({ name: Text, means: Text })),
  }),
  /**
   * For each faulty row: what is wrong, what repairs it, and why the card rates it so; `readers`
   * where careful readers differ.
   */
  found: z.record(
    Key,
    z.strictObject({ why: Text, repair: Text, rating: Text, readers: Text.optional() }),
  ),
  /** For every other row of both logs: why it is sound. */
  sound: z.record(Key, Text),
  finding: FindingWords,
});
export type HashBenchWords = z.infer<typeof HashBenchWords>;
