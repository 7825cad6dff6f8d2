import { z } from 'zod';
import { MOST } from '../../../labs/desk/shape.ts';
import { Key, Text } from '../common.ts';
import { Finding, FindingWords } from './finding.ts';

const Typed = z.union([z.string(), z.number()]).transform(String);
const Option = z.strictObject({
  id: Key,
  /** Machine text: an identifier, a moment with its offset. The same in every language. */
  machine: Typed.optional(),
  /** What rules ask of it, such as `identifier`, `offset`, `content`. Free names, spelt the same in `rules`. */
  traits: z.array(Key).default([]),
});
const Picked = z.strictObject({ field: Key, is: z.array(Key).min(1) });

const Field = z.discriminatedUnion('kind', [
  z.strictObject({
    id: Key,
    kind: z.enum(['pick', 'several']),
    /** Entries of `card` or `choices`. */
    options: z.array(Key).min(2),
    /** Whether “Not known; steps taken: ...” is a valid answer. */
    not_known: z.boolean().default(false),
  }),
  z.strictObject({
    id: Key,
    kind: z.literal('free'),
    most: z
      .number()
      .int()
      .positive()
      .max(MOST, 'A free text has at most 600 characters.')
      .default(MOST),
    not_known: z.boolean().default(false),
  }),
]);

const Kind = z.enum(['blocks', 'points', 'fine']);
const rule = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject({
    id: Key,
    /** `blocks`: the form does not go out; `points`: it does and loses points; `fine`: a note. */
    kind: Kind,
    field: Key,
    /** The rule is asked only when one of these options is picked. */
    when: Picked.optional(),
    ...shape,
  });
/** What each test looks for stands in `src/labs/desk/shape.ts`. */
const Rule = z.discriminatedUnion('test', [
  rule({ test: z.literal('required') }),
  rule({ test: z.literal('lacks'), trait: Key }),
  rule({ test: z.literal('carries'), trait: Key }),
  rule({ test: z.literal('too-many'), most: z.number().int().positive() }),
  rule({ test: z.literal('too-short'), least: z.number().int().positive() }),
  rule({ test: z.literal('names'), any: z.array(Typed).min(1) }),
  rule({ test: z.literal('says-none'), any: z.array(Typed).min(1) }),
  rule({ test: z.literal('wider'), to: Key, need: z.strictObject({ from: Typed, to: Typed }) }),
]);

/** A filled-in form, field by field. Free text and steps taken stand in the words of the draft. */
const Draft = z.record(
  Key,
  z.union([
    /** The options picked. */
    z.array(Key).min(1),
    /** `text`: written, `not-known`: not known, with the steps taken. */
    z.enum(['text', 'not-known']),
  ]),
);

/** `data:` of a drafting desk's `lab.yaml`. */
export const DeskData = z.strictObject({
  kind: z.literal('desk'),
  /** The case card. Forms pick from it; nothing else can be put into a pick-list. */
  card: z.array(Option).min(1),
  /** Choices of the form that are no facts of the case, such as categories of data. */
  choices: z.array(Option).default([]),
  /** Pages of the form. A page with `when` is a branch, such as the emergency channel. */
  pages: z
    .array(z.strictObject({ id: Key, when: Picked.optional(), fields: z.array(Field).min(1) }))
    .min(1),
  rules: z.array(Rule).min(1),
  /** The rubric, a point each. A point is there while none of the rules that cost it finds something. */
  points: z.array(z.strictObject({ id: Key, lost_by: z.array(Key).min(1) })).min(1),
  /** Replies of the simulated desk, asked from top to bottom; the last has no condition. */
  replies: z
    .array(
      z.strictObject({
        id: Key,
        kind: z.enum(['returned', 'asked', 'partly', 'accepted']),
        /** One of these rules found something. */
        rules: z.array(Key).default([]),
        /** One of these fields is answered “Not known; steps taken: ...”. */
        not_known: z.array(Key).default([]),
        when: Picked.optional(),
      }),
    )
    .min(2),
  /** The worked example: a form with every point. */
  example: Draft,
  /** Forms that others wrote, to be graded point by point. The key is what the rules find. */
  incoming: z
    .array(
      z.strictObject({
        id: Key,
        draft: Draft,
        /** What to do with it: an option of `decisions`. */
        decision: Key,
        defensible: z.array(Key).default([]),
        /** Points that look like a defect and are none; the words say why. */
        decoys: z.array(Key).default([]),
        experts: z.array(z.strictObject({ who: Key, choice: Key })).default([]),
      }),
    )
    .min(1),
  /** What can be decided on a form that came in. */
  decisions: z.array(Key).min(2),
  /** What is noted in the file at the end: what was asked or kept, on what authority, and what that is not. */
  finding: Finding,
});
export type DeskData = z.infer<typeof DeskData>;
export type DeskDraft = z.infer<typeof Draft>;

const Texts = z.record(Key, Text).default({});
const StepWords = z.strictObject({ title: Text, text: Text });

/** `words:` of a desk's `<lang>.yaml`. */
export const DeskWords = z.strictObject({
  /** The line that every form carries: “TRAINING - Arvala v Belmora - not a request”. */
  mark: Text,
  steps: z.strictObject({ example: StepWords, 'half-done': StepWords, own: StepWords }),
  /** The case card: title, how the case came about, and its entries. */
  case: z.strictObject({ title: Text, text: Text }),
  card: z.record(Key, z.strictObject({ label: Text, text: Text.optional() })),
  choices: Texts,
  form: Text,
  /** Pages: name in the stepper, and what the page says first. */
  pages: z.record(Key, z.strictObject({ title: Text, text: Text.optional() })),
  fields: z.record(Key, z.strictObject({ label: Text, note: Text.optional() })),
  /** What the refusing lawyer or provider says when a rule finds something, and what mends it. */
  rules: z.record(Key, z.strictObject({ says: Text, fix: Text })),
  /** The rubric: name of the point, and what is said when it is there. */
  points: z.record(Key, z.strictObject({ label: Text, held: Text })),
  /** `text` may hold `{reference}`. */
  replies: z.record(Key, z.strictObject({ title: Text, text: Text })),
  /** Texts of the worked example by field. */
  example: Texts,
  incoming: z.record(
    Key,
    z.strictObject({
      title: Text,
      /** Where the form comes from. */
      text: Text,
      /** Texts of the form by field. */
      draft: Texts,
      /** Why this decision, and what to do about the defects. */
      why: Text,
      /** For a point or a decision of this form, where the general words are not enough. */
      feedback: Texts,
      experts: Texts,
    }),
  ),
  decisions: z.record(Key, z.strictObject({ label: Text, feedback: Text })),
  experts: Texts,
  /** The few words of forms and grading. */
  terms: z.strictObject({
    /** Heads of a filled-in form: “Field”, “Entry”. */
    field: Text,
    entry: Text,
    /** “Not known; steps taken:” */
    not_known: Text,
    /** What stands in an empty field: “(empty)”. */
    empty: Text,
    /** The two grades of a point: “Sound”, “Defect”. */
    sound: Text,
    defect: Text,
    /** What to do with a form that came in. */
    grade: Text,
    /** The question of the decision: “What do you do with it?” */
    decision: Text,
  }),
  /** Two hints for grading. */
  hints: z.array(Text).length(2),
  finding: FindingWords,
});
export type DeskWords = z.infer<typeof DeskWords>;
