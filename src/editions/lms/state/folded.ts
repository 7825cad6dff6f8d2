import { metEndings, nextRun, type MetEnding } from '../../../domain/folds/cases.ts';
import { courseEvents, contextNumber, contextText } from '../../../domain/folds/events.ts';
import { formSittings, type Sitting } from '../../../domain/folds/forms.ts';
import { labState } from '../../../domain/folds/labs.ts';
import { readLessons } from '../../../domain/folds/lessons.ts';
import { contextWord, type Score, type Statement } from '../../../domain/statement.ts';
import type { CourseModel } from '../model.ts';

/** How often a practice question was answered, and how. */
export interface Practised {
  readonly day: string;
  readonly tries: number;
  readonly rightAtFirst: boolean;
  readonly right: boolean;
}

/** A sitting as it is kept: which questions were right at the first answer. The rest follows from that. */
export interface KeptSitting {
  readonly day: string;
  readonly attempt: number;
  readonly right: readonly boolean[];
}

/** What a lab has come to. */
export interface KeptLab {
  readonly steps: readonly (Score & { readonly step: string; readonly day: string })[];
  readonly finding: string | undefined;
}

/** A text of the learner's own. */
export interface KeptProse {
  /** `reason/exhibit-in-a-car/first-call` */
  readonly id: string;
  readonly day: string;
  readonly text: string;
}

/** Everything of a record that the pages of a course come to say; the way to it is forgotten. */
export interface Folded {
  readonly lessons: Readonly<Record<string, string>>;
  readonly practice: Readonly<Record<string, Practised>>;
  readonly forms: Readonly<Record<'a' | 'b', readonly KeptSitting[]>>;
  readonly endings: readonly MetEnding[];
  /** The highest number of a run of the case; 0 before the first. */
  readonly runs: number;
  readonly labs: Readonly<Record<string, KeptLab>>;
  readonly completed: { readonly day: string; readonly version: string } | undefined;
  readonly prose: readonly KeptProse[];
}

/** Most sittings of a form that are kept: the first, the first that passed, the best, the last. */
export const MOST_SITTINGS = 4;

/** Folds a record to what is kept of it. */
export function foldRecord(statements: readonly Statement[], model: CourseModel): Folded {
  const { course } = model.plan;
  const events = courseEvents(statements, course);
  const practice: Record<string, Practised> = {};
  const answers = new Map<string, boolean>();
  const prose = new Map<string, KeptProse>();
  let completed: Folded['completed'];
  for (const event of events) {
    const right = event.statement.result?.success === true;
    if (event.verb === 'answered' && event.kind === 'item') {
      const form = contextText(event, 'form');
      if (form === 'p') {
        const before = practice[event.id];
        practice[event.id] = {
          day: event.day,
          tries: (before?.tries ?? 0) + 1,
          rightAtFirst: before?.rightAtFirst ?? right,
          right,
        };
      } else answers.set(answerKey(form, contextNumber(event, 'attempt'), event.id), right);
    }
    if (event.verb === 'kept' && event.kind === 'text') {
      const text = event.statement.result?.response ?? '';
      prose.delete(event.id);
      if (text) prose.set(event.id, { id: event.id, day: event.day, text });
    }
    if (event.verb === 'completed' && event.kind === 'course' && !completed) {
      const version = contextWord(event.statement, 'version');
      completed = { day: event.day, version: typeof version === 'string' ? version : '' };
    }
  }
  const kept = (form: 'a' | 'b'): KeptSitting[] =>
    chosen(formSittings(statements, course, form)).map(({ day, attempt }) => ({
      day,
      attempt,
      right: model.forms[form].map(
        (item) => answers.get(answerKey(form, attempt, item.id)) === true,
      ),
    }));
  return {
    lessons: Object.fromEntries(readLessons(statements, course)),
    practice,
    forms: { a: kept('a'), b: kept('b') },
    endings: metEndings(statements, course),
    runs: model.scenario ? nextRun(statements, course, model.scenario.id) - 1 : 0,
    labs: Object.fromEntries(
      model.labs.map(({ id }) => {
        const { steps, finding } = labState(statements, course, id);
        return [id, { steps: [...steps].map(([step, score]) => ({ step, ...score })), finding }];
      }),
    ),
    completed,
    prose: [...prose.values()],
  };
}

function answerKey(form: string, attempt: number, item: string): string {
  return `${form}/${attempt}/${item}`;
}

/** The sittings that any page speaks of, in their order. */
function chosen(sittings: readonly Sitting[]): Sitting[] {
  const best = [...sittings].sort((a, b) => b.right - a.right)[0];
  const wanted = [
    sittings[0],
    sittings.find((sitting) => sitting.passed),
    best,
    sittings[sittings.length - 1],
  ];
  return sittings.filter((sitting) => wanted.includes(sitting));
}
