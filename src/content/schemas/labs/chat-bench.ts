import { z } from 'zod';
import { ACTS } from '../../../labs/wal-bench/copy-board.ts';
import { EPOCHS } from '../../../labs/wal-bench/epochs.ts';
import { Key, Text } from '../common.ts';

const Chats = z.array(Key).min(1);
const Asking = z.strictObject({
  /** Names of databases: `<chat>.db` and, where there is one, `<chat>.db-wal` stand in the lab's folder. */
  chats: Chats,
  /** Questions in SQL that the learner can take over. */
  questions: z.array(z.string().min(1)).min(1),
  /** Commands for the learner's own computer, each after `$ `, followed by exactly what it prints. A test runs them. */
  commands: z.string().min(1),
});

/** `data.widgets.chat-bench`: a bench for chats in SQLite with their write-ahead logs. */
export const ChatBenchData = z.strictObject({
  example: z.strictObject({ chats: Chats }),
  'half-done': Asking.extend({
    /** A text of a message that a careless open destroys; it is counted in the bytes before and after. */
    lost: z.string().min(1),
  }),
  own: Asking,
});
export type ChatBenchData = z.infer<typeof ChatBenchData>;

const each = <K extends string>(keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, Text])) as Record<K, typeof Text>);

/** `words.widgets.chat-bench`. `{...}` in a text stands for what the bench puts there. */
export const ChatBenchWords = z.strictObject({
  files: z.strictObject({
    caption: Text,
    name: Text,
    role: Text,
    size: Text,
    hash: Text,
    roles: each(['main', 'log', 'helper']),
  }),
  /** Names of the states in which a database can be shown: `{number}` is a frame. */
  views: each(['main', 'log', 'frame', 'opened', 'left-over']),
  rows: z.strictObject({ title: Text, folded: Text, table: Text }),
  frames: z.strictObject({
    title: Text,
    text: Text,
    number: Text,
    page: Text,
    commit: Text,
    salt: Text,
    state: Text,
    yes: Text,
    no: Text,
    states: each(['applied', 'not-committed', 'left-over', 'damaged']),
  }),
  board: z.strictObject({
    title: Text,
    text: Text,
    acts: each(ACTS),
    done: Text,
    none: Text,
    refusals: each(['nothing-copied', 'log-is-gone', 'no-main-copied']),
    states: each([
      'original',
      'copy',
      'main-as-found',
      'main-merged',
      'main-missing',
      'log-there',
      'log-gone',
      'log-missing',
    ]),
    seen: each(['past', 'present', 'merged']),
    verdicts: each(['all-kept', 'no-value', 'half', 'merged', 'lost']),
    again: Text,
  }),
  console: z.strictObject({
    title: Text,
    text: Text,
    load: Text,
    loading: Text,
    failed: Text,
    chat: Text,
    view: Text,
    question: Text,
    examples: Text,
    ask: Text,
    asking: Text,
    answer: Text,
    rows: Text,
    more: Text,
    nothing: Text,
    empty_cell: Text,
    stopped: Text,
    faults: each(['empty', 'only-questions', 'one-at-a-time', 'not-understood']),
  }),
  careless: z.strictObject({
    title: Text,
    text: Text,
    open: Text,
    again: Text,
    before: Text,
    after: Text,
    hash: Text,
    log: Text,
    log_there: Text,
    log_gone: Text,
    places: Text,
    told: Text,
  }),
  converter: z.strictObject({
    title: Text,
    text: Text,
    number: Text,
    way: Text,
    utc: Text,
    epochs: each(EPOCHS),
    faults: each(['empty', 'no-number', 'out-of-range']),
  }),
  commands: z.strictObject({ title: Text, text: Text }),
});
export type ChatBenchWords = z.infer<typeof ChatBenchWords>;
