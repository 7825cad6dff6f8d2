import { expect, test } from 'vitest';
import { courses } from './catalogue.ts';
import { stepsOf } from './steps.ts';

test('labs stand in the order that the course declares, not by the names of their folders', () => {
  const told = courses().map((course) => ({
    declared: course.spine.labs.map((id) => `lab-${id}/`),
    shown: stepsOf(course, 'en')
      .filter(({ kind }) => kind === 'lab')
      .map(({ path }) => path),
  }));
  expect(told.map(({ shown }) => shown)).toEqual(told.map(({ declared }) => declared));
  // The two orders differ somewhere, or this test could not fail.
  expect(told.map(({ declared }) => declared)).not.toEqual(
    told.map(({ declared }) => [...declared].sort()),
  );
});
