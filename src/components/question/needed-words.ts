import type { Item } from '../../domain/question.ts';

/** Words of the area `question` that only one kind of question says. */
const OF_KIND: Readonly<Record<Item['kind'], readonly string[]>> = {
  one: ['one'],
  several: ['several'],
  order: ['order', 'checkOrder', 'moveUp', 'moveDown', 'moved', 'inPlace', 'belongs'],
  match: ['match', 'choose', 'row-without-target', 'pair'],
  numeric: ['numeric', 'field', 'nothing-typed', 'not-a-number', 'correctAnswer'],
  fault: ['fault', 'found', 'notFound', 'noFault'],
};
/** Words that only a question in a lesson says, or only a form. */
const OF_PLACE = {
  lesson: ['again', 'answerNow', 'skipped'],
  // Practice questions keep no place that another window could go on from.
  form: ['number', 'record.elsewhere', 'record.reload'],
};
/** Words that stand on the page at build and that no island says. */
const STATIC = ['readAgain'];

/** Tells which keys of interface words the questions of a page can come to say; a page carries no others. */
export function neededWords(
  kinds: readonly Item['kind'][],
  place: keyof typeof OF_PLACE,
): (key: string) => boolean {
  const spare = new Set([
    ...Object.entries(OF_KIND).flatMap(([kind, keys]) =>
      kinds.some((each) => each === kind) ? [] : keys,
    ),
    ...OF_PLACE[place === 'lesson' ? 'form' : 'lesson'],
    ...STATIC,
  ]);
  return (key) => !spare.has(key.replace(/^question\./, ''));
}
