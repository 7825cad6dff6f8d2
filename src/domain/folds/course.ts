import { contextWord, type Statement } from '../statement.ts';
import { metEndings } from './cases.ts';
import { courseEvents } from './events.ts';
import { formSittings } from './forms.ts';
import { labState } from './labs.ts';
import { readLessons } from './lessons.ts';

/** What a course consists of, in the order in which it is studied. Keys only. */
export interface CoursePlan {
  readonly course: string;
  readonly version: string;
  readonly parts: readonly CoursePart[];
}
export type CoursePart =
  /** An optional lesson, such as what one needs first, is offered but not needed for completion. */
  | { readonly kind: 'lesson'; readonly id: string; readonly optional?: boolean }
  | { readonly kind: 'form'; readonly id: 'a' | 'b' }
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'lab'; readonly id: string };

/** A part and the day it was done first; undefined while it is open. */
export type PartState = CoursePart & { readonly day: string | undefined };

/** Where a learner stands in a course. */
export interface CourseState {
  readonly parts: readonly PartState[];
  readonly lessons: { readonly read: number; readonly of: number };
  /** The first open part; undefined when all are done. */
  readonly next: CoursePart | undefined;
  /** True as soon as anything of the course was recorded since its last reset. */
  readonly begun: boolean;
  /** Set once self-study is complete: the day, and the version of the content it was completed with. */
  readonly completed: { readonly day: string; readonly version: string } | undefined;
}

/**
 * Folds a record into the state of a course. Complete is: every lesson read, the case brought to an ending, each
 * lab to its finding, form A sat, form B passed. A completion once recorded stays when the course grows later.
 */
export function courseState(statements: readonly Statement[], plan: CoursePlan): CourseState {
  const events = courseEvents(statements, plan.course);
  const read = readLessons(statements, plan.course);
  const endings = metEndings(statements, plan.course);
  const dayOf = (part: CoursePart): string | undefined => {
    switch (part.kind) {
      case 'lesson':
        return read.get(part.id);
      case 'case':
        return endings.find((each) => each.scenario === part.id)?.day;
      case 'lab':
        return labState(statements, plan.course, part.id).finding;
      case 'form':
        return formSittings(statements, plan.course, part.id).find(
          (sitting) => part.id === 'a' || sitting.passed,
        )?.day;
    }
  };
  const parts = plan.parts.map((part) => ({ ...part, day: dayOf(part) }));
  const needed = parts.filter((part) => !isOptional(part));
  const lessons = needed.filter((part) => part.kind === 'lesson');
  const lastRead = parts
    .map((part) => part.kind === 'lesson' && part.day !== undefined)
    .lastIndexOf(true);
  const recorded = events.find((event) => event.verb === 'completed' && event.kind === 'course');
  const version = recorded && contextWord(recorded.statement, 'version');
  const done = needed.length > 0 && needed.every((part) => part.day);
  return {
    parts,
    lessons: { read: lessons.filter((part) => part.day).length, of: lessons.length },
    // Who has read on without the optional lesson is not sent back to it.
    next: parts.find((part, at) => !part.day && !(isOptional(part) && at < lastRead)),
    begun: events.length > 0,
    completed:
      done || recorded
        ? {
            day: done ? lastDay(needed) : (recorded?.day ?? ''),
            version: typeof version === 'string' ? version : plan.version,
          }
        : undefined,
  };
}

function isOptional(part: CoursePart): boolean {
  return part.kind === 'lesson' && part.optional === true;
}

function lastDay(parts: readonly PartState[]): string {
  return parts.reduce((last, part) => ((part.day ?? '') > last ? (part.day ?? '') : last), '');
}
