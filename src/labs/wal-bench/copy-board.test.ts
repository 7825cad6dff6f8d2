import { expect, test } from 'vitest';
import { ACTS, after, refusalOf, START, verdictOf, type Act } from './copy-board.ts';

const play = (...acts: Act[]) => acts.reduce(after, START);

test.each<[string, Act[], string | undefined]>([
  ['nothing opened yet', ['copy-log', 'copy-main', 'hash'], undefined],
  ['in good order', ['copy-log', 'copy-main', 'hash', 'second-copy', 'open-copy'], 'all-kept'],
  [
    'main file first, nothing open',
    ['copy-main', 'copy-log', 'hash', 'second-copy', 'open-copy'],
    'all-kept',
  ],
  ['no value taken', ['copy-log', 'copy-main', 'second-copy', 'open-copy'], 'no-value'],
  [
    'value taken too late',
    ['copy-log', 'copy-main', 'second-copy', 'open-copy', 'hash'],
    'no-value',
  ],
  ['main file alone', ['copy-main', 'hash', 'second-copy', 'open-copy'], 'half'],
  ['first copy opened', ['copy-log', 'copy-main', 'hash', 'open-copy'], 'merged'],
  [
    'original opened first',
    ['open-original', 'copy-main', 'hash', 'second-copy', 'open-copy'],
    'lost',
  ],
  ['original opened, nothing copied', ['open-original'], 'lost'],
  ['original opened after copying', ['copy-log', 'copy-main', 'hash', 'open-original'], 'all-kept'],
])('%s', (_, acts, verdict) => {
  expect(verdictOf(play(...acts))).toBe(verdict);
});

test('what is seen: the past without the log, the present with it', () => {
  expect(play('copy-main', 'open-copy').seen).toBe('past');
  expect(play('copy-main', 'copy-log', 'open-copy').seen).toBe('present');
  expect(play('open-original', 'copy-main', 'open-copy').seen).toBe('merged');
});

test('after the original was opened its log cannot be copied any more', () => {
  const board = play('open-original');
  expect(refusalOf(board, 'copy-log')).toBe('log-is-gone');
  expect(after(board, 'copy-log')).toBe(board);
});

test('nothing is hashed, copied again or opened that was not copied', () => {
  expect(refusalOf(START, 'hash')).toBe('nothing-copied');
  expect(refusalOf(START, 'second-copy')).toBe('nothing-copied');
  expect(refusalOf(START, 'open-copy')).toBe('no-main-copied');
  expect(refusalOf(play('copy-log'), 'open-copy')).toBe('no-main-copied');
});

test('every way of five acts comes to a board that is told, and never brings the log back', () => {
  const walk = (board = START, depth = 0): number =>
    depth === 5
      ? 1
      : ACTS.filter((act) => refusalOf(board, act) === undefined).reduce((sum, act) => {
          const next = after(board, act);
          if (!board.original.log) expect(next.original.log).toBe(false);
          if (next.seen !== undefined) expect(verdictOf(next)).toBeDefined();
          return sum + walk(next, depth + 1);
        }, 0);
  expect(walk()).toBeGreaterThan(500);
});
