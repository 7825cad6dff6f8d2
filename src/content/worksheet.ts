import type { Answer, Slot } from '../domain/sheet.ts';
import type { SheetShape } from '../machines/lab-worksheet.ts';
import { WorksheetData, type Field, type Sheet } from './schemas/labs/worksheet.ts';

/** The steps of a worksheet in their order. */
export const STEPS = ['example', 'half-done', 'own'] as const;
export type StepKey = (typeof STEPS)[number];

/** A slot with where it belongs on its sheet. */
export interface PlacedSlot {
  readonly slot: Slot;
  readonly field: string;
  /** The card that the question is asked of; undefined on a sheet of fields. */
  readonly card: string | undefined;
  /** What each expert put in, where they differ. */
  readonly experts: readonly { readonly who: string; readonly choice: Answer }[];
  /** Filled in and explained from the start. */
  readonly given: boolean;
}

const listOf = (value: Answer | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Every slot of a sheet in the order in which the page asks. */
export function placedSlots(sheet: Sheet, step: StepKey): PlacedSlot[] {
  const isGiven = (id: string): boolean => step === 'example' || sheet.given.includes(id);
  if (sheet.kind === 'fields') {
    return sheet.fields.map((field) => ({
      slot: slotOf(field),
      field: field.id,
      card: undefined,
      experts: field.experts,
      given: isGiven(field.id),
    }));
  }
  return sheet.rows.flatMap((row) =>
    sheet.fields.map(({ id, kind, options }): PlacedSlot => {
      const correct = listOf(row.correct[id]);
      const common = { id: `${row.card}.${id}`, options, defensible: row.defensible[id] ?? [] };
      return {
        slot:
          kind === 'choice'
            ? { kind, ...common, correct: correct[0] ?? '' }
            : { kind, ...common, correct },
        field: id,
        card: row.card,
        experts: row.experts.flatMap(({ who, choice }) => {
          const own = choice[id];
          return own === undefined ? [] : [{ who, choice: own }];
        }),
        given: isGiven(row.card),
      };
    }),
  );
}

function slotOf(field: Field): Slot {
  switch (field.kind) {
    case 'choice': {
      const { kind, id, options, correct, defensible } = field;
      return { kind, id, options, correct, defensible };
    }
    case 'several': {
      const { kind, id, options, correct, defensible } = field;
      return { kind, id, options, correct, defensible };
    }
    case 'order': {
      const { kind, id, options, correct } = field;
      return { kind, id, options, correct };
    }
    case 'number': {
      const { kind, id, accepts, tolerance, traps } = field;
      return { kind, id, accepts, tolerance, traps };
    }
    case 'text': {
      const { kind, id, as, accepts, traps } = field;
      return { kind, id, as, accepts, traps };
    }
  }
}

/** Every sheet of a lab with its step. */
export function sheetsOf(data: Pick<WorksheetData, 'steps'>): { step: StepKey; sheet: Sheet }[] {
  return STEPS.flatMap((step) => data.steps[step].sheets.map((sheet) => ({ step, sheet })));
}

/** What the machine of a lab is made from: sheets on which the learner has something to fill in. */
export function sheetShapes(data: Pick<WorksheetData, 'steps'>): SheetShape[] {
  return sheetsOf(data).flatMap(({ step, sheet }) => {
    const slots = placedSlots(sheet, step)
      .filter(({ given }) => !given)
      .map(({ slot }) => slot);
    return step === 'example' || slots.length === 0 ? [] : [{ id: sheet.id, step, slots }];
  });
}

/** The files of a lab's folder that learners download; none for a lab of another kind. */
export function labFiles(data: unknown): string[] {
  const read = WorksheetData.safeParse(data);
  if (!read.success) return [];
  const exhibits = STEPS.flatMap((step) => read.data.steps[step].exhibits);
  return [...new Set(exhibits.flatMap((each) => (each.kind === 'file' ? [each.file] : [])))];
}
