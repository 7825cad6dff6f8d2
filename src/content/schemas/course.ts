import { z } from 'zod';
import { Key, Minutes, RoleKey, Status, Text, Translation } from './common.ts';

/** A place of the discussion guide, such as `13(d)(i)` or `32`. */
const Place = z.string().regex(/^\d+(\([a-z]\))?(\([ivx]+\))?$/);

/** `course.yaml`: everything about a module that is the same in all languages. */
export const CourseSpine = z.strictObject({
  /** The folder's name: module code and short title, such as `a2-acquire-hash-hand-over`. It is the address. */
  id: Key,
  /** The module's code on the map: `A2`. */
  code: z.string().regex(/^[A-F][0-9]$/),
  status: Status,
  /** The version of the content, raised when meaning changes. */
  version: z.string().regex(/^\d+\.\d+$/),
  minutes: z.strictObject({
    /** Time for the core: lessons, scenario, lab (shown and half-done) and both forms. */
    core: Minutes,
    /** Time for the folded parts, the lab's own step and the practice items. */
    deeper: Minutes,
  }),
  /** Keys of the learning outcomes, in teaching order. Words in `<lang>.yaml`. */
  outcomes: z.array(Key).min(1),
  /** The outcomes that forms A and B test with three items each. */
  tested: z.array(Key).length(4),
  /** Keys of the misconceptions that wrong options name. */
  misconceptions: z.array(Key).min(1),
  /** Lesson folders in reading order. The first is what the learner needs first. */
  lessons: z.array(Key).min(1),
  /** Lab folders below `labs/`. */
  labs: z.array(Key).default([]),
  /** Places of the discussion guide this module answers, such as `13(d)(i)` or `32`. */
  answers: z.array(Place),
  /** Who wrote and who checked it, by role, no private data. */
  changes: z.array(z.strictObject({ on: z.string(), what: Text })).default([]),
});

/** `<lang>.yaml` in the course folder: the words of the course page. */
export const CourseWords = z.strictObject({
  translation: Translation.optional(),
  /** Two or three sentences under the title: what you will be able to do, and why it matters. */
  lead: Text,
  /** One sentence for search results and link previews. */
  description: Text,
  /** Each starts with a verb: "Compute and compare hashes." */
  outcomes: z.record(Key, Text),
  misconceptions: z.record(
    Key,
    z.strictObject({
      /** The wrong belief in one short clause. */
      name: Text,
      /** What holds instead, in one or two sentences. */
      instead: Text,
    }),
  ),
  /** The discussion prompt, after the common prefix. */
  discussion: Text,
  /** Outline of the workshop, for the trainer build only. Markdown. */
  workshop: Text,
});

/** `courses/modules.yaml`: the map of all modules, those that are ready and those that are planned. */
export const ModulesSpine = z.strictObject({
  modules: z
    .array(
      z.strictObject({
        id: Key,
        code: z.string().regex(/^[A-F][0-9]$/),
        /** `f` shared start, `a` forensic and technical, `b` law, `c` cooperation and exchange. */
        track: z.enum(['f', 'a', 'b', 'c']),
        /** Core minutes for self-study as planned; a ready module's own declaration wins. */
        minutes: Minutes,
        /** The short version for roles that take the module as light: which lessons, and the minutes of all of it. */
        light: z
          .strictObject({
            /** Numbers of the lessons; what is needed first belongs to every light version. */
            lessons: z.array(z.number().int().positive()).min(1),
            minutes: Minutes,
          })
          .optional(),
        /** Places of the discussion guide it will answer; a published module's own declaration wins. */
        answers: z.array(Place).default([]),
      }),
    )
    .min(1),
  /** For each role: the modules it takes in full and those it takes as a light one-hour version. */
  paths: z.record(
    RoleKey,
    z.strictObject({ full: z.array(z.string()), light: z.array(z.string()) }),
  ),
});

/** `courses/modules.<lang>.yaml`: titles and one-sentence summaries. */
export const ModulesWords = z.strictObject({
  translation: Translation.optional(),
  modules: z.record(Key, z.strictObject({ title: Text, short: Text, summary: Text })),
});
