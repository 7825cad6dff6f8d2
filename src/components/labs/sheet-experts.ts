import { inline } from '../../content/markdown.ts';
import type { PlacedSlot } from '../../content/worksheet.ts';
import { keyOf } from '../../domain/sheet.ts';
import { wordOf } from './context.ts';
import { answerText, type FieldView } from './sheet-view.ts';

/** What one expert put in, in words. */
export interface ExpertView {
  readonly name: string;
  /** HTML. On a card the choices that differ, each after its question. */
  readonly choice: string;
  readonly reason: string;
}

/** The experts on one field, or on one card with all its questions. Where an expert says nothing, the key holds. */
export function expertViews(
  slots: readonly PlacedSlot[],
  fieldOf: (id: string) => FieldView,
  {
    names,
    reasons = {},
    comma,
  }: {
    names: Readonly<Record<string, string>>;
    reasons: Readonly<Record<string, string>> | undefined;
    comma: string;
  },
): ExpertView[] {
  const differing = slots.filter(({ experts }) => experts.length > 0);
  return Object.entries(reasons).map(([who, reason]) => ({
    name: wordOf(names, who, 'experts'),
    choice: differing
      .map((place) => {
        const choice = place.experts.find((each) => each.who === who)?.choice ?? keyOf(place.slot);
        const field = fieldOf(place.field);
        const text = answerText(field, choice, comma);
        return place.card === undefined ? text : `${inline(field.words.label)} → ${text}`;
      })
      .join('; '),
    reason,
  }));
}
