import { z } from 'zod';
import { Day, Fact, Key, Text, Translation } from './common.ts';

/**
 * Kinds of status, kept apart because readers take them for each other: who signed is not yet
 * bound, who is bound may have joined without signing.
 */
const STATUS_KINDS = [
  'adopted',
  'opened',
  'signatories',
  'ratified',
  'parties',
  'in-force',
  'not-in-force',
  'applies',
  'replaced',
  'pending',
] as const;

/** A statement that rests on a fact of the same file. */
const statement = { id: Key, fact: Key };

/** Something that it can or cannot do, and the needs of a reader that this answers. */
const Ability = z.strictObject({
  ...statement,
  /** Ids of courses/needs.yaml. */
  needs: z.array(Key).default([]),
});

const spine = {
  /** The folder's name and the last part of the address. Unique over instruments and mechanisms together. */
  id: Key,
  /** Codes of the modules that teach it. */
  modules: z.array(z.string().regex(/^[A-F][0-9]$/)).default([]),
  /** Other instruments and mechanisms that a reader of this page may need. */
  related: z.array(Key).default([]),
  /** Terms of the glossary that help to read the page. */
  terms: z.array(Key).default([]),
  /** Where statements were read, when, and when somebody has to look again. */
  facts: z.record(Key, Fact),
  /** The fact on which the paragraph “what it is for” rests. */
  purpose: Key,
  /** What can be said of its status, one kind of thing at a time. */
  status: z
    .array(
      z.strictObject({
        ...statement,
        kind: z.enum(STATUS_KINDS),
        /** The day of the event, or the day on which the source counted; left out where its page bears no date. */
        on: Day.optional(),
        /** How many, for signatories, ratifications and parties; the fact says as of when. */
        count: z.number().int().positive().optional(),
      }),
    )
    .default([]),
  /** Figures that the discussion guide of 2011 gave, and the newest that was read. */
  then: z
    .array(
      z.strictObject({
        id: Key,
        /** Paragraph of the guide. */
        place: z.string().regex(/^\d+$/),
        count: z.number().int().positive(),
        now: z
          .strictObject({
            count: z.number().int().positive(),
            /** The day on which the source counted; left out where its page bears no date. */
            on: Day.optional(),
            /** True where the source says “more than”. */
            over: z.boolean().default(false),
            fact: Key,
          })
          .optional(),
      }),
    )
    .default([]),
  can: z.array(Ability).default([]),
  cannot: z.array(Ability).default([]),
  /** Who may use it, and how. */
  use: z.array(z.strictObject(statement)).min(1, 'Say who may use it, and how.'),
};

/** `courses/instruments/<id>/instrument.yaml`: a treaty or law as data. */
export const InstrumentSpine = z.strictObject({
  ...spine,
  group: z.enum(['universal', 'council-of-europe', 'european-union']),
  /** Key articles in their order; `number` as the text prints it. */
  articles: z
    .array(z.strictObject({ ...statement, number: Text }))
    .min(1, 'Name at least one article that a reader will look up.'),
});

/** `courses/mechanisms/<id>/mechanism.yaml`: a body, network or tool as data. */
export const MechanismSpine = z.strictObject({
  ...spine,
  group: z.enum(['contact-points', 'police', 'justice', 'hotlines', 'support']),
  /** Articles on which it rests, where it rests on any. */
  articles: z.array(z.strictObject({ ...statement, number: Text })).default([]),
});

export type ReferenceSpine = z.infer<typeof InstrumentSpine> | z.infer<typeof MechanismSpine>;

const words = z.record(Key, Text).default({});

/** `<lang>.yaml` beside the spine: words only. */
export const ReferenceWords = z.strictObject({
  translation: Translation.optional(),
  /** The full name. */
  title: Text,
  /** The name people say: “Budapest Convention”. */
  short: Text,
  /** Abbreviations and other names that readers search for. */
  also: z.array(Text).default([]),
  /** One sentence for search results and the lists. */
  description: Text,
  /** What it is for, in two or three sentences. */
  purpose: Text,
  status: words,
  /** For each figure: what is counted, such as “States parties”. */
  then: words,
  can: words,
  cannot: words,
  use: words,
  articles: words,
});
export type ReferenceWords = z.infer<typeof ReferenceWords>;

/**
 * `courses/needs.yaml`: what practitioners need from somebody abroad, in the order of the page “Who
 * can do this for you?”.
 */
export const NeedsSpine = z.strictObject({ needs: z.array(Key) });

/** `courses/needs.<lang>.yaml`. */
export const NeedsWords = z.strictObject({
  translation: Translation.optional(),
  needs: z.record(
    Key,
    z.strictObject({
      /** The need as a practitioner says it. */
      title: Text,
      /** What to keep in mind before asking anybody. */
      first: Text,
    }),
  ),
});
