import { z } from 'zod';
import { Fact, Key, Minutes, RoleKey, Status, Text, Translation } from './common.ts';

/** `lesson.yaml`: the spine of one lesson. */
export const LessonSpine = z.strictObject({
  /** The folder's name and the last part of the address. */
  id: Key,
  status: Status,
  /** `first` is the ten-minute page "What you need first"; `lesson` is a lesson of 900 to 1,000 words. */
  kind: z.enum(['first', 'lesson']),
  /** Reading time of the core. */
  minutes: Minutes,
  /** Reading time of the folded parts. */
  deeper: z.number().int().nonnegative().default(0),
  /** Outcomes of course.yaml that this lesson serves. */
  outcomes: z.array(Key).default([]),
  roles: z.array(RoleKey).min(1),
  /** Practice items of quiz.yaml that the page shows with `<Question id="..." />`. */
  practice: z.array(Key).default([]),
  /** Facts that the page's `<Source fact="..." />` notes show. */
  facts: z.record(Key, Fact).default({}),
  /** Figures in `media/<key>.svg`, shown with `<Figure id="..." />`. `mirror`: turned round on right-to-left pages. */
  figures: z.record(Key, z.strictObject({ mirror: z.boolean(), labels: z.array(Key) })).default({}),
  /** Named local-law slots shown with `<LawSlot id="..." />`. */
  law: z.array(Key).default([]),
  /** Goal and what is left out on purpose, so that the lesson does not grow. */
  design: Text,
});

/** Front matter of `<lang>.mdx`: the words that stand outside the running text. */
export const LessonWords = z.strictObject({
  translation: Translation.optional(),
  title: Text,
  /** One sentence for search results and link previews. */
  description: Text,
  /** For each fact: what it says, as the side note prints it, without the source's name. */
  facts: z.record(Key, Text).default({}),
  figures: z
    .record(
      Key,
      z.strictObject({
        /** A full sentence that replaces the figure for somebody who cannot see it. */
        alt: Text,
        /** What to see in it, not what it is. */
        caption: Text,
        labels: z.record(Key, Text),
      }),
    )
    .default({}),
  /** For each local-law slot: the question a national editor answers. */
  law: z.record(Key, Text).default({}),
});
