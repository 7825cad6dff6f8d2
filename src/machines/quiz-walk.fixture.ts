import type { SnapshotFrom } from 'xstate';
import { grade } from '../domain/grade.ts';
import { unready, type Kind } from '../domain/question.ts';
import { answerTo, type QuizEvent, type quizMachine } from './quiz-machine.ts';
import { RESPONSES } from './quiz.fixture.ts';

/** Every event a learner can cause in a form of one kind, with one right and one wrong answer. */
export function eventsOf(kind: Kind): QuizEvent[] {
  return [
    { type: 'start' },
    { type: 'answer', response: RESPONSES[kind].right },
    { type: 'answer', response: RESPONSES[kind].wrong },
    { type: 'check' },
    { type: 'skip' },
    { type: 'retry' },
    { type: 'next' },
    { type: 'back' },
    { type: 'resume' },
    { type: 'finish' },
    { type: 'again' },
  ];
}

/**
 * What makes two snapshots the same while walking: the place, and for each question whether what stands in it, what
 * was checked and what counts is right. Keeping the answers themselves would give tens of thousands of states that
 * differ in nothing a learner can see.
 */
export function placeOf(snapshot: SnapshotFrom<typeof quizMachine>): string {
  const { context } = snapshot;
  const answers = context.items.map((item) => {
    const { response, checked, first } = answerTo(context, item);
    const now = unready(item, response) ?? grade(item, response).outcome;
    return [now, checked && grade(item, checked).outcome, first];
  });
  return JSON.stringify([snapshot.value, context.at, Math.min(context.attempt, 2), answers]);
}
