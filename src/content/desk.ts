import { lint, pointsHeld } from '../labs/desk/lint.ts';
import { fieldsOf, type DeskShape, type Draft } from '../labs/desk/shape.ts';
import type { DeskData, DeskDraft, DeskWords } from './schemas/labs/desk.ts';
import type {
  Exhibit,
  ExhibitWords,
  Sheet,
  SheetWords,
  WorksheetWords,
} from './schemas/labs/worksheet.ts';

/** The desk without its words, as its engine takes it. */
export function deskShape(data: DeskData): DeskShape {
  return {
    options: [...data.card, ...data.choices],
    pages: data.pages.map(({ id, when, fields }) => ({
      id,
      ...(when && { when }),
      fields: fields.map((field) => ({
        id: field.id,
        kind: field.kind,
        options: field.kind === 'free' ? [] : field.options,
        most: field.kind === 'free' ? field.most : 0,
        notKnown: field.not_known,
      })),
    })),
    rules: data.rules,
    points: data.points.map(({ id, lost_by: lostBy }) => ({ id, lostBy })),
    replies: data.replies.map(({ not_known: notKnown, ...reply }) => ({
      ...reply,
      ...(notKnown.length > 0 && { notKnown }),
    })),
  };
}

/** A form that stands in lab.yaml, with its texts from the words. */
export function draftOf(draft: DeskDraft, texts: Readonly<Record<string, string>>): Draft {
  return Object.fromEntries(
    Object.entries(draft).map(([field, entry]) => [
      field,
      entry === 'text'
        ? { text: texts[field] ?? '' }
        : entry === 'not-known'
          ? { notKnown: texts[field] ?? '' }
          : { picked: entry },
    ]),
  );
}

/** Label of an option, with its machine text in backticks where the label does not say it. */
export function optionLabel(data: DeskData, words: DeskWords, option: string): string {
  const label = words.card[option]?.label ?? words.choices[option] ?? option;
  const machine = [...data.card, ...data.choices].find(({ id }) => id === option)?.machine;
  return machine === undefined || label.includes(machine) ? label : `${label} \`${machine}\``;
}

/** A filled-in form as a table: a row for each field. */
export function draftTable(
  data: DeskData,
  words: DeskWords,
  { id, title, text, draft }: { id: string; title: string; text?: string; draft: Draft },
): { exhibit: Exhibit; words: ExhibitWords } {
  const fields = fieldsOf(deskShape(data)).filter((field) => field.id in draft);
  const entryOf = (field: string): string => {
    const { picked = [], text: written = '', notKnown } = draft[field] ?? {};
    if (notKnown !== undefined) return `*${words.terms.not_known}* ${notKnown}`;
    return picked.map((option) => optionLabel(data, words, option)).join('; ') || written;
  };
  return {
    exhibit: {
      id,
      kind: 'table',
      columns: ['field', 'entry'],
      prose: ['field', 'entry'],
      rows: fields.map((field) => [field.id, `${field.id}-entry`]),
    },
    words: {
      title,
      ...(text !== undefined && { text }),
      columns: { field: words.terms.field, entry: words.terms.entry },
      cells: Object.fromEntries(
        fields.flatMap((field) => [
          [field.id, words.fields[field.id]?.label ?? field.id],
          [`${field.id}-entry`, entryOf(field.id)],
        ]),
      ),
    },
  };
}

const DECISION = 'decision';

/** What a point of a form that came in is: there, or not, with the rule that found the defect. */
export function pointStates(
  data: DeskData,
  draft: Draft,
): { readonly point: string; readonly rule: string | undefined }[] {
  const shape = deskShape(data);
  const findings = lint(shape, draft);
  const held = pointsHeld(shape, findings);
  return shape.points.map(({ id, lostBy }) => ({
    point: id,
    rule: held.includes(id)
      ? undefined
      : lostBy.find((rule) => findings.some((each) => each.rule === rule)),
  }));
}

/** What grading the forms that came in is made of: a sheet of cards for each, like in any worksheet. */
export interface Grading {
  readonly sheets: readonly Sheet[];
  readonly exhibits: readonly Exhibit[];
  readonly words: Pick<WorksheetWords, 'sheets' | 'exhibits' | 'experts'>;
}

/** The sheets on which forms that came in are graded. The key of each point is what the rules find in the form. */
export function gradingOf(data: DeskData, words: DeskWords): Grading {
  const made = data.incoming.map((form) => {
    const told = words.incoming[form.id];
    if (!told) throw new Error(`The words have no \`incoming.${form.id}\`.`);
    const draft = draftOf(form.draft, told.draft);
    const table = draftTable(data, words, {
      id: form.id,
      title: told.title,
      text: told.text,
      draft,
    });
    const states = pointStates(data, draft);
    const sound = states.every(({ rule }) => rule === undefined);
    const sheet: Sheet = {
      kind: 'cards',
      id: `grade-${form.id}`,
      given: [],
      clean: sound ? [form.id] : [],
      decoys: form.decoys.length > 0 ? [{ at: form.id, looks_like: 'defect' }] : [],
      fields: [
        ...data.points.map(({ id }) => ({
          id,
          kind: 'choice' as const,
          options: ['sound', 'defect'],
        })),
        { id: DECISION, kind: 'choice', options: data.decisions },
      ],
      rows: [
        {
          card: form.id,
          correct: {
            ...Object.fromEntries(
              states.map(({ point, rule }) => [point, rule === undefined ? 'sound' : 'defect']),
            ),
            [DECISION]: form.decision,
          },
          defensible: { [DECISION]: form.defensible },
          experts: form.experts.map(({ who, choice }) => ({ who, choice: { [DECISION]: choice } })),
        },
      ],
    };
    const reasonOf = (point: string, rule: string | undefined): string =>
      told.feedback[point] ??
      (rule === undefined
        ? (words.points[point]?.held ?? '')
        : `${words.rules[rule]?.says ?? ''} ${words.rules[rule]?.fix ?? ''}`);
    const sheetWords: SheetWords = {
      title: told.title,
      text: words.terms.grade,
      hints: words.hints,
      fields: {
        ...Object.fromEntries(
          data.points.map(({ id }) => [
            id,
            {
              label: words.points[id]?.label ?? id,
              options: {
                // What a point means stands in the rubric of the worked form; each card gives its reason.
                sound: { label: words.terms.sound },
                defect: { label: words.terms.defect },
              },
              traps: {},
            },
          ]),
        ),
        [DECISION]: { label: words.terms.decision, options: words.decisions, traps: {} },
      },
      rows: {
        [form.id]: {
          why: told.why,
          feedback: {
            ...Object.fromEntries(
              states.map(({ point, rule }) => {
                const reason = reasonOf(point, rule);
                return [point, { sound: reason, defect: reason }];
              }),
            ),
            [DECISION]: Object.fromEntries(
              Object.entries(told.feedback).filter(([key]) => data.decisions.includes(key)),
            ),
          },
          ...(form.experts.length > 0 && { experts: told.experts }),
        },
      },
    };
    return { sheet, sheetWords, table };
  });
  return {
    sheets: made.map(({ sheet }) => sheet),
    exhibits: made.map(({ table }) => table.exhibit),
    words: {
      sheets: Object.fromEntries(made.map(({ sheet, sheetWords }) => [sheet.id, sheetWords])),
      exhibits: Object.fromEntries(made.map(({ table }) => [table.exhibit.id, table.words])),
      experts: words.experts,
    },
  };
}
