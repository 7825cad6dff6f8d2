import type { Grade } from '../../domain/grade.ts';
import type { Item, Response } from '../../domain/question.ts';
import type { UiWords } from '../words.ts';
import type { ItemWords } from './item-words.ts';

/** What every part of a question on the page is given. `checked` is there while feedback is shown. */
export interface PartProps<I extends Item, R extends Response> {
  readonly item: I;
  readonly response: R;
  readonly words: ItemWords;
  readonly ui: UiWords;
  readonly checked: Grade | undefined;
  readonly onanswer: (response: R) => void;
}
