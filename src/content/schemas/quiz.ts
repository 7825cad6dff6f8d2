import { z } from 'zod';
import { Key, Text, Translation } from './common.ts';

const base = {
  id: Key,
  /** `a` = form A (before), `b` = form B (after), `p` = practice item of a lesson. */
  form: z.enum(['a', 'b', 'p']),
  /** Cell of the blueprint. Item n of form A and item n of form B stand in the same cell. */
  cell: Key,
  outcome: Key,
  level: z.enum(['recall', 'application', 'analysis', 'ethics']),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  /** A red line: the form cannot be passed without this item. */
  safety: z.boolean().default(false),
  /** Where to read again: `lesson-folder` or `lesson-folder#heading-id`. */
  read: z.string(),
  /** Facts (`lesson-folder/fact-key`) that decide the key. A fact of standing `practice` is refused here. */
  rests_on: z.array(z.string()).default([]),
};

const options = z.array(Key).min(3).max(6);
/** For each wrong option, trap or place: the misconception of course.yaml that it names. */
const misconceptions = z.record(Key, Key);

/** One question without its words. The kinds differ in what a learner does and in what counts as right. */
export const ItemSpine = z.discriminatedUnion('kind', [
  /** Choose one option. */
  z.strictObject({
    ...base,
    kind: z.literal('one'),
    options,
    correct: z.array(Key).length(1),
    misconceptions,
  }),
  /** Choose every option that holds. */
  z.strictObject({
    ...base,
    kind: z.literal('several'),
    options,
    correct: z.array(Key).min(2),
    misconceptions,
  }),
  /** Put the options into the order of `correct`; `options` is the order first shown. */
  z.strictObject({
    ...base,
    kind: z.literal('order'),
    options,
    correct: z.array(Key).min(3),
    misconceptions,
  }),
  /** Type a number. `traps` are wrong numbers with a known cause. */
  z.strictObject({
    ...base,
    kind: z.literal('numeric'),
    correct: z.number(),
    /** Largest allowed distance from `correct`. */
    tolerance: z.number().nonnegative().default(0),
    traps: z.array(z.strictObject({ id: Key, value: z.number() })),
    misconceptions,
  }),
  /** Give each of `options` one of `targets`; `correct` maps option to target. */
  z.strictObject({
    ...base,
    kind: z.literal('match'),
    options,
    targets: z.array(Key).min(2).max(6),
    correct: z.record(Key, Key),
    misconceptions,
  }),
  /** Mark every faulty field of a form; `options` are the fields from top to bottom. */
  z.strictObject({
    ...base,
    kind: z.literal('fault'),
    options: z.array(Key).min(3).max(10),
    correct: z.array(Key).min(1),
    misconceptions,
  }),
]);
export type ItemSpine = z.infer<typeof ItemSpine>;

/** `quiz.yaml`: all items of a module. */
export const QuizSpine = z.strictObject({
  /** Right answers needed of the twelve of a form; every safety item must be right as well. */
  pass: z.number().int().positive(),
  items: z.array(ItemSpine),
});
export type QuizSpine = z.infer<typeof QuizSpine>;

/** Words of one item. Which maps are needed follows from the kind. */
export const ItemWords = z.strictObject({
  /** The case or exhibit to read before the question. Markdown. */
  exhibit: Text.optional(),
  /** The question. For `several` and `fault` it also says how many to choose, or to choose every one that applies. */
  ask: Text,
  /** one, several, order, match: the option as shown; fault: the field's name, with `value` as filled in. */
  options: z
    .record(
      Key,
      z.strictObject({
        label: Text,
        /** kind `fault` only: what stands in the field. */
        value: Text.optional(),
        /** Why this option is right or wrong; for order: why the step stands there; for match: why it belongs there. */
        feedback: Text,
      }),
    )
    .default({}),
  /** kind `match` only: the targets. */
  targets: z.record(Key, Text).default({}),
  /** kind `numeric` only: what is counted, such as "hours", and what to say to each trap. */
  unit: Text.optional(),
  traps: z.record(Key, Text).default({}),
  /** The explanation that stands below every answer, and on the page without script. */
  explain: Text,
});
export type ItemWords = z.infer<typeof ItemWords>;

/** `quiz.<lang>.yaml`. */
export const QuizWords = z.strictObject({
  translation: Translation.optional(),
  items: z.record(Key, ItemWords),
});
export type QuizWords = z.infer<typeof QuizWords>;
