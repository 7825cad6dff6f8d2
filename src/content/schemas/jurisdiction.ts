import { z } from 'zod';
import { Day, Key, Lang, Text } from './common.ts';
import { REVIEWERS } from '../../domain/law-file.ts';

/** Codes that ISO 3166 leaves to users: no State will ever have them, so fictional States use them. */
export const isFictionalCode = (code: string): boolean => /^(?:x[a-z]|q[m-z]|aa|zz)$/.test(code);

/**
 * `courses/jurisdictions/<xx>/jurisdiction.yaml`: what one State's law answers to the named slots,
 * and where that was read.
 */
export const JurisdictionSpine = z.strictObject({
  /**
   * The folder's name: two letters, ISO 3166-1 in lower case; a fictional State has one that ISO
   * leaves to users, such as `xa`.
   */
  id: z
    .string()
    .regex(/^[a-z]{2}$/, 'Use the two letters of the State in lower case, such as `ke`.'),
  /** True for a State that does not exist. Every answer is then marked as fictional. */
  fictional: z.boolean().default(false),
  /** The laws and other texts that were read. */
  sources: z
    .record(
      Key,
      z.strictObject({
        /** Title as the text itself gives it, in its own language. */
        title: Text,
        /** Who publishes it: the official journal, the court, the ministry. */
        publisher: Text,
        /** The language of title, publisher and section; left out for English. */
        lang: Lang.default('en'),
        /** Where it can be read; left out only for what exists on paper alone. */
        url: z.url().optional(),
        /** The day somebody read it. */
        read: Day,
      }),
    )
    .default({}),
  /** For each slot that is filled: on which texts the answer rests, who checked it and when. */
  slots: z
    .record(
      Key,
      z.strictObject({
        /** Section or article in each text, by the text's key. */
        sources: z.record(Key, Text).default({}),
        /** The day the answer was last compared with its texts. */
        checked: Day,
        /** The day on which a reader is told that it is due for checking. */
        review_by: Day,
        /** The office of the person who checked it. Never a name. */
        reviewer: z.enum(REVIEWERS),
      }),
    )
    .default({}),
});
export type JurisdictionSpine = z.infer<typeof JurisdictionSpine>;

/** `<lang>.yaml` beside it: the answers in one language. Each language is an original; there is no stamp. */
export const JurisdictionWords = z.strictObject({
  /** The State's name in this language. */
  name: Text,
  /** For each slot: the answer in a few plain sentences. Markdown. */
  slots: z.record(Key, Text).default({}),
});
export type JurisdictionWords = z.infer<typeof JurisdictionWords>;
