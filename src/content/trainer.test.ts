import { expect, test } from 'vitest';
import { trainerNotes } from './trainer.ts';

test('notes are read in order with their minutes, over several lines', () => {
  const body =
    'Text.\n\n<Trainer minutes={5}>Ask first.</Trainer>\n\n<Trainer>\nThen wait.\n\nTwice.\n</Trainer>\n';
  expect(trainerNotes(body)).toEqual([
    { minutes: 5, text: 'Ask first.' },
    { minutes: 0, text: 'Then wait.\n\nTwice.' },
  ]);
});

test('a lesson without notes has none', () => {
  expect(trainerNotes('Trainers are people.')).toEqual([]);
});
