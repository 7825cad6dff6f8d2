import { inline } from '../../content/markdown.ts';
import type {
  FieldWords,
  Sheet,
  SheetWords,
  WorksheetData,
} from '../../content/schemas/labs/worksheet.ts';
import { placedSlots, sheetsOf, type PlacedSlot } from '../../content/worksheet.ts';
import { keyOf, type Answer } from '../../domain/sheet.ts';
import type { WorksheetPage } from '../../islands/lab/worksheet.ts';
import type { SheetShape } from '../../machines/lab-worksheet.ts';
import { wordOf } from './context.ts';

/** A question of a sheet with its words, as the page prints it. */
export interface FieldView {
  readonly id: string;
  readonly kind: PlacedSlot['slot']['kind'];
  readonly words: FieldWords;
  readonly options: readonly {
    readonly key: string;
    readonly label: string;
    readonly feedback: string;
  }[];
}

/** The questions of a sheet in their order. */
export function fieldViews(sheet: Sheet, words: SheetWords): FieldView[] {
  return sheet.fields.map((field) => {
    const place = `sheets.${sheet.id}.fields`;
    const own = wordOf(words.fields, field.id, place);
    const keys = 'options' in field ? field.options : [];
    return {
      id: field.id,
      kind: field.kind,
      words: own,
      options: keys.map((key) => {
        const { label, feedback = '' } = wordOf(own.options, key, `${place}.${field.id}.options`);
        return { key, label: inline(label), feedback: feedback && inline(feedback) };
      }),
    };
  });
}

/** An answer in words: labels of options, or the typed text as machine text with its unit. */
export function answerText(field: FieldView, answer: Answer, comma: string): string {
  if (field.kind === 'number' || field.kind === 'text') {
    const unit = field.words.unit ? ` ${inline(field.words.unit)}` : '';
    return `${inline(`\`${String(answer)}\``)}${unit}`;
  }
  const labels = (typeof answer === 'string' ? [answer] : answer).map(
    (key) => field.options.find((option) => option.key === key)?.label ?? key,
  );
  return field.kind === 'order'
    ? `<ol>${labels.map((label) => `<li>${label}</li>`).join('')}</ol>`
    : labels.join(comma);
}

/** The answer of the key, in words. */
export function keyText(field: FieldView, { slot }: PlacedSlot, comma: string): string {
  return answerText(field, keyOf(slot), comma);
}

/** What is said to an option: of this card where the words have it, else of the option in general. */
export function feedbackText(
  words: SheetWords,
  field: FieldView,
  card: string | undefined,
  option: string,
): string {
  const own = card === undefined ? undefined : words.rows[card]?.feedback[field.id]?.[option];
  return own === undefined
    ? (field.options.find(({ key }) => key === option)?.feedback ?? '')
    : inline(own);
}

/** What the islands of a page are told about the sheets with something to fill in. */
export function worksheetPage(
  data: Pick<WorksheetData, 'steps'>,
  shapes: readonly SheetShape[],
): Pick<WorksheetPage, 'sheets'> {
  return {
    sheets: shapes.map(({ id, step }) => ({
      id,
      step,
      slots: sheetsOf(data)
        .filter(({ sheet }) => sheet.id === id)
        .flatMap(({ sheet }) => placedSlots(sheet, step))
        .filter(({ given }) => !given)
        .map(({ slot, field, card }) => ({ slot, field, ...(card && { card }) })),
    })),
  };
}
