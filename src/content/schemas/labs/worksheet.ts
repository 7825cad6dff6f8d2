import { z } from 'zod';
import { Key, Text } from '../common.ts';
import { Finding, FindingWords } from './finding.ts';

/** What a step shows. Machine text is the same in every language and stands here; prose stands in the words. */
const Exhibit = z.discriminatedUnion('kind', [
  /** A text: title and prose. */
  z.strictObject({ id: Key, kind: z.literal('text') }),
  /** A card of the case, such as a report; with machine text where the card quotes some. */
  z.strictObject({ id: Key, kind: z.literal('card'), machine: z.string().optional() }),
  /** Machine text, such as a header or a log as it was written. */
  z.strictObject({ id: Key, kind: z.literal('machine'), machine: z.string().min(1) }),
  z.strictObject({
    id: Key,
    kind: z.literal('table'),
    columns: z.array(Key).min(1),
    /** Columns whose cells are keys of `cells` in the words, because they hold prose; the others hold machine text. */
    prose: z.array(Key).default([]),
    rows: z.array(z.array(z.union([z.string(), z.number()]).transform(String))).min(1),
  }),
  /** A file of the lab's folder that the learner can download. */
  z.strictObject({
    id: Key,
    kind: z.literal('file'),
    file: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]*$/, 'Name a file of the lab folder, in small letters.'),
  }),
]);

const Typed = z.union([z.string(), z.number()]).transform(String);
const Options = z.array(Key).min(2);
/** What three experts chose, where their judgement differs; the words say why. `who` is a key of `experts` in the words. */
const expertsOf = <C extends z.ZodType>(choice: C) =>
  z.array(z.strictObject({ who: Key, choice })).default([]);

/** Something that a sheet asks for once. */
const Field = z.discriminatedUnion('kind', [
  z.strictObject({
    id: Key,
    kind: z.literal('choice'),
    options: Options,
    correct: Key,
    /** Choices that careful people also make; checking accepts them and says so. */
    defensible: z.array(Key).default([]),
    experts: expertsOf(Key),
  }),
  z.strictObject({
    id: Key,
    kind: z.literal('several'),
    options: Options,
    correct: z.array(Key).min(1),
    /** Options that may be chosen or left. */
    defensible: z.array(Key).default([]),
    experts: expertsOf(z.array(Key)),
  }),
  z.strictObject({
    id: Key,
    kind: z.literal('order'),
    /** The order first shown; never the right one. */
    options: Options,
    correct: Options,
    experts: expertsOf(z.array(Key)),
  }),
  z.strictObject({
    id: Key,
    kind: z.literal('number'),
    /** Numbers that are right, the one to show first. */
    accepts: z.array(z.number()).min(1),
    tolerance: z.number().nonnegative().default(0),
    /** Wrong numbers with a known cause; the words explain each. */
    traps: z.array(z.strictObject({ id: Key, value: z.number() })).default([]),
    experts: expertsOf(Typed),
  }),
  z.strictObject({
    id: Key,
    kind: z.literal('text'),
    /** `utc`: a moment such as `2026-03-02 10:00:00Z`; without an offset it is read as UTC. `plain`: other machine text. */
    as: z.enum(['plain', 'utc']).default('plain'),
    accepts: z.array(Typed).min(1),
    traps: z.array(z.strictObject({ id: Key, accepts: z.array(Typed).min(1) })).default([]),
    experts: expertsOf(Typed),
  }),
]);
export type Field = z.infer<typeof Field>;

/** A question that is asked of every card of a sheet. */
const CardField = z.strictObject({
  id: Key,
  kind: z.enum(['choice', 'several']),
  options: Options,
});
const OneOrSeveral = z.union([Key, z.array(Key)]);

const Row = z.strictObject({
  /** An exhibit of this step; it is shown beside its questions, not with the other exhibits. */
  card: Key,
  /** For each question: the option that is right, or the list of those that are. */
  correct: z.record(Key, OneOrSeveral),
  defensible: z.record(Key, z.array(Key)).default({}),
  /** For each expert the questions in which they differ; a question that is left out is answered as the key. */
  experts: expertsOf(z.record(Key, OneOrSeveral)),
});

const Common = {
  /** Unique in the lab. */
  id: Key,
  /** Fields, or cards, that are filled in and explained from the start. In the example step everything is. */
  given: z.array(Key).default([]),
  /** Cards, fields or exhibits with which nothing is wrong. */
  clean: z.array(Key).default([]),
  /** Cards, fields or exhibits that look like something they are not: `looks_like` is an option that is not right there. */
  decoys: z.array(z.strictObject({ at: Key, looks_like: Key })).default([]),
};
const Sheet = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fields'), ...Common, fields: z.array(Field).min(1) }),
  z.strictObject({
    kind: z.literal('cards'),
    ...Common,
    fields: z.array(CardField).min(1),
    rows: z.array(Row).min(1),
  }),
]);
export type Sheet = z.infer<typeof Sheet>;

const Step = z.strictObject({
  exhibits: z.array(Exhibit).default([]),
  /** A tool of the lab's own: a key of `src/components/labs/widgets.ts`. It stands between exhibits and sheets. */
  widget: Key.optional(),
  sheets: z.array(Sheet).default([]),
});
export type Step = z.infer<typeof Step>;
export type Exhibit = z.infer<typeof Exhibit>;

/** `data:` of a worksheet's `lab.yaml`. */
export const WorksheetData = z.strictObject({
  kind: z.literal('worksheet'),
  steps: z.strictObject({
    /** Worked: everything is filled in and explained. */
    example: Step,
    /** A part is given, the learner does the rest. */
    'half-done': Step,
    own: Step,
  }),
  finding: Finding,
  /** Data of the lab's own tools, by key; their components check them. */
  widgets: z.record(Key, z.unknown()).default({}),
});
export type WorksheetData = z.infer<typeof WorksheetData>;

const Reasons = z.record(Key, Text).optional();
const OptionWords = z.strictObject({ label: Text, feedback: Text.optional() });
const FieldWords = z.strictObject({
  label: Text,
  /** How to answer, in one short line. */
  note: Text.optional(),
  /** choice, several, order: each option; `feedback` says why it holds or does not. */
  options: z.record(Key, OptionWords).default({}),
  /** number: the unit that stands beside the field. */
  unit: Text.optional(),
  /** order, number, text: what is said to a right and to a wrong answer. */
  right: Text.optional(),
  wrong: Text.optional(),
  /** number, text: what is said to a wrong answer with a known cause. */
  traps: z.record(Key, Text).default({}),
  /** Each expert's reason. */
  experts: Reasons,
});
export type FieldWords = z.infer<typeof FieldWords>;

const RowWords = z.strictObject({
  /** Why this card is answered so. */
  why: Text,
  /** Where the general feedback of an option is not enough: question, then option. */
  feedback: z.record(Key, z.record(Key, Text)).default({}),
  experts: Reasons,
});
export type RowWords = z.infer<typeof RowWords>;

const SheetWords = z.strictObject({
  title: Text,
  /** What to do. */
  text: Text,
  /** Two hints: first where to look, then what to compare. Every sheet with something to fill in has them. */
  hints: z.array(Text).default([]),
  fields: z.record(Key, FieldWords),
  rows: z.record(Key, RowWords).default({}),
});
export type SheetWords = z.infer<typeof SheetWords>;

const StepWords = z.strictObject({ title: Text, text: Text, after: Text.optional() });

const ExhibitWords = z.strictObject({
  title: Text,
  text: Text.optional(),
  /** table: the heads of its columns, and the prose that cells name. */
  columns: z.record(Key, Text).default({}),
  cells: z.record(Key, Text).default({}),
});
export type ExhibitWords = z.infer<typeof ExhibitWords>;

/** `words:` of a worksheet's `<lang>.yaml`. */
export const WorksheetWords = z.strictObject({
  steps: z.strictObject({ example: StepWords, 'half-done': StepWords, own: StepWords }),
  exhibits: z.record(Key, ExhibitWords).default({}),
  sheets: z.record(Key, SheetWords),
  /** The experts by key, such as “Prosecutor”. */
  experts: z.record(Key, Text).default({}),
  finding: FindingWords,
  widgets: z.record(Key, z.unknown()).default({}),
});
export type WorksheetWords = z.infer<typeof WorksheetWords>;
