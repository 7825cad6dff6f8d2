import { tellLesson, tellPair, type Course } from './catalogue.ts';
import type { Locale } from '../i18n/locales.ts';
import type { ItemSpine, ItemWords } from './schemas/quiz.ts';

/** A note for trainers as it stands in a lesson. */
export interface TrainerNote {
  /** Minutes of class time; 0 where the author gives none. */
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
}

/** The notes for trainers in the MDX of a lesson, in the order of the text. */
export function trainerNotes(body: string): TrainerNote[] {
  return [...body.matchAll(/<Trainer(?:\s+minutes=\{(\d+)\})?\s*>([\s\S]*?)<\/Trainer>/g)].map(
    (match) => ({
      minutes: Number(match[1] ?? 0),
      text: (match[2] ?? '').trim(),
    }),
  );
}

/** The lessons of a course with their notes. */
export function notesOf(course: Course, lang: Locale) {
  return course.lessons.map((lesson) => {
    const told = tellLesson(lesson, lang);
    return {
      lesson,
      title: told.words.title,
      notes: trainerNotes(lesson.files.pages[told.locale]?.body ?? ''),
    };
  });
}

/** One line of the marking scheme. Texts are Markdown. */
export interface MarkedItem {
  readonly number: number;
  readonly outcome: string;
  readonly safety: boolean;
  /** True when the order of `right` is the answer. */
  readonly ordered: boolean;
  readonly ask: string;
  /** The right answer: one entry, or several that are all needed. */
  readonly right: readonly string[];
  /** Wrong answers that name a belief: the answer and the key of the belief. */
  readonly wrong: readonly { readonly answer: string; readonly belief: string }[];
}

/** The marking scheme of a form, item by item. */
export function markingScheme(course: Course, form: 'a' | 'b', lang: Locale): MarkedItem[] {
  if (!course.files.quiz) return [];
  const { spine, words } = tellPair(course.files.quiz, lang);
  return spine.items
    .filter((item) => item.form === form)
    .map((item, index) => {
      const told = words.items[item.id];
      if (!told)
        throw new Error(`${course.folder}/quiz.${lang}.yaml has no words for \`${item.id}\`.`);
      return {
        number: index + 1,
        outcome: item.outcome,
        safety: item.safety,
        ordered: item.kind === 'order',
        ask: told.ask,
        right: rightAnswer(item, told),
        wrong: Object.entries(item.misconceptions).map(([key, belief]) => ({
          answer: wrongAnswer(item, told, key),
          belief,
        })),
      };
    });
}

function rightAnswer(item: ItemSpine, words: ItemWords): string[] {
  const label = (key: string): string => words.options[key]?.label ?? key;
  switch (item.kind) {
    case 'numeric':
      return [`${item.correct} ${words.unit ?? ''}`.trim()];
    case 'match':
      return item.options.map((key) => {
        const target = item.correct[key] ?? '';
        return `**${words.targets[target] ?? target}**: ${label(key)}`;
      });
    default:
      return item.correct.map(label);
  }
}

function wrongAnswer(item: ItemSpine, words: ItemWords, key: string): string {
  if (item.kind === 'numeric') {
    const trap = item.traps.find((each) => each.id === key);
    return trap ? `${trap.value} ${words.unit ?? ''}`.trim() : key;
  }
  return words.options[key]?.label ?? key;
}
