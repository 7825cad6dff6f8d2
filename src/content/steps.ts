import type { CoursePart } from '../domain/folds/course.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/t.ts';
import { tellLesson, tellPair, type Course } from './catalogue.ts';

/** One page of a course, in the order in which a learner meets it. */
export interface Step {
  readonly kind: 'first' | 'lesson' | 'form' | 'case' | 'lab' | 'completion';
  /** Address below the course: `hashes-for-lawyers/`. */
  readonly path: string;
  /** `A2.4` for a lesson; empty for what has no number. */
  readonly number: string;
  readonly title: string;
  /** Declared minutes; `undefined` where the course declares none for this page alone. */
  readonly minutes: number | undefined;
}

/**
 * Every page of a published course from the first to the completion statement: what is needed first, form A
 * before the lessons, lessons, labs, case, form B, completion. What a course does not have is left out.
 */
export function stepsOf(course: Course, lang: Locale): Step[] {
  const t = translator(lang);
  const lessons = course.lessons.map((lesson): Step => ({
    kind: lesson.spine.kind,
    path: `${lesson.id}/`,
    number: lesson.number,
    title: tellLesson(lesson, lang).words.title,
    minutes: lesson.spine.minutes,
  }));
  const form = (letter: 'a' | 'b'): Step[] =>
    course.files.quiz
      ? [
          {
            kind: 'form',
            path: `quiz-${letter}/`,
            number: '',
            title: t(`course.form.${letter}`),
            minutes: undefined,
          },
        ]
      : [];
  const labs = course.files.labs.map((pair): Step => {
    const lab = tellPair(pair, lang);
    return {
      kind: 'lab',
      path: `lab-${lab.spine.id}/`,
      number: '',
      title: t('course.lab.named', { title: lab.words.title }),
      minutes: lab.spine.minutes,
    };
  });
  const scenario = course.files.scenario ? [tellPair(course.files.scenario, lang)] : [];
  const cases = scenario.map((told): Step => ({
    kind: 'case',
    path: 'case/',
    number: '',
    title: t('course.case.named', { title: told.words.title }),
    minutes: told.spine.minutes,
  }));
  return [
    ...lessons.filter((step) => step.kind === 'first'),
    ...form('a'),
    ...lessons.filter((step) => step.kind === 'lesson'),
    ...labs,
    ...cases,
    ...form('b'),
    {
      kind: 'completion',
      path: 'completion/',
      number: '',
      title: t('course.completion'),
      minutes: undefined,
    },
  ];
}

/** The record's name for a page of a course; undefined for the completion page, which is not a part. */
export function partOf(step: Step, scenario: string): CoursePart | undefined {
  const id = step.path.replace(/\/$/, '');
  switch (step.kind) {
    case 'first':
      return { kind: 'lesson', id, optional: true };
    case 'lesson':
      return { kind: 'lesson', id };
    case 'form':
      return { kind: 'form', id: id === 'quiz-a' ? 'a' : 'b' };
    case 'lab':
      return { kind: 'lab', id: id.replace(/^lab-/, '') };
    case 'case':
      return { kind: 'case', id: scenario };
    case 'completion':
      return undefined;
  }
}
