import { z } from 'zod';
import { Key, Text } from '../common.ts';

const Server = z.string().regex(/^(?:[a-z0-9-]+\.)+example\.(?:org|net|com)$/);

/** `data.widgets.header-trail`: for each step that shows the tool, the message that it reads. */
export const HeaderTrailData = z.record(
  Key,
  z.strictObject({
    /** A message of the lab folder. */
    file: z.string().regex(/^[a-z0-9-]+\.eml$/),
    /** Servers of the receiving side. */
    own: z.array(Server).min(1),
    /** Other servers that the learner can decide to trust. */
    others: z.array(Server).min(1),
  }),
);
export type HeaderTrailData = z.infer<typeof HeaderTrailData>;

/** `words.widgets.header-trail`. Every text that the tool says; `{name}` is filled in. */
export const HeaderTrailWords = z.strictObject({
  title: Text,
  text: Text,
  /** What the button says, with the size of what it loads. */
  read: Text,
  reading: Text,
  failed: Text,
  /** Without script, above the table. */
  static: Text,
  trust: Text,
  caption: Text,
  columns: z.strictObject({
    line: Text,
    by: Text,
    seen: Text,
    written: Text,
    utc: Text,
    since: Text,
    is: Text,
  }),
  record: Text,
  claim: Text,
  none: Text,
  /** `{seconds}`. */
  seconds: Text,
  earlier: Text,
  /** `{line}`. */
  boundary: Text,
  no_boundary: Text,
  /** `{address}`, `{time}`. */
  lead: Text,
});
export type HeaderTrailWords = z.infer<typeof HeaderTrailWords>;
