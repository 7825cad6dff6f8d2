import { cleanText } from '../../domain/machine-text.ts';
import { openPages, type DeskShape, type Draft } from './shape.ts';

/** The words that a written form needs. */
export interface FormWords {
  /** The line that every form carries: training, fictional case, not a request. */
  readonly mark: string;
  readonly title: string;
  readonly label: (field: string) => string;
  readonly option: (option: string) => string;
  /** “Not known; steps taken:” */
  readonly notKnown: string;
  /** What stands in a field that is empty. */
  readonly empty: string;
  /** Between a label and what follows. */
  readonly colon: string;
}

/** The form as plain text, for copying, saving and printing. It begins and ends with the mark. */
export function formText(shape: DeskShape, draft: Draft, words: FormWords): string {
  const lines = openPages(shape, draft).flatMap(({ fields }) =>
    fields.map(({ id, kind }) => {
      const entry = draft[id] ?? {};
      const picked = (entry.picked ?? []).map((option) => {
        const machine = shape.options.find((each) => each.id === option)?.machine;
        const label = words.option(option);
        return machine && !label.includes(machine) ? `${label} (${machine})` : label;
      });
      const value =
        entry.notKnown === undefined
          ? kind === 'free'
            ? cleanText(entry.text ?? '')
            : picked.join('; ')
          : `${words.notKnown} ${cleanText(entry.notKnown)}`;
      return `${words.label(id)}${words.colon}${value.trim() || words.empty}`;
    }),
  );
  return [words.mark, '', words.title, '', ...lines, '', words.mark, ''].join('\n');
}
