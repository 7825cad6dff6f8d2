import type { ItemSpine } from './schemas/quiz.ts';
import type { Item } from '../domain/question.ts';

/** What the browser needs of a question: no words, no blueprint, no sources. */
export function slimItem(spine: ItemSpine): Item {
  const { id, form, outcome, safety } = spine;
  const common = { id, form, outcome, safety };
  switch (spine.kind) {
    case 'numeric':
      return {
        ...common,
        kind: spine.kind,
        correct: spine.correct,
        tolerance: spine.tolerance,
        traps: spine.traps,
      };
    case 'match':
      return {
        ...common,
        kind: spine.kind,
        options: spine.options,
        targets: spine.targets,
        correct: spine.correct,
      };
    case 'order':
      return { ...common, kind: spine.kind, options: spine.options, correct: spine.correct };
    default:
      return { ...common, kind: spine.kind, options: spine.options, correct: spine.correct };
  }
}
