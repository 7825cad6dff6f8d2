import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { lint, pointsHeld } from '../labs/desk/lint.ts';
import { replyTo } from '../labs/desk/reply.ts';
import type { Draft } from '../labs/desk/shape.ts';
import { deskShape, draftOf } from './desk.ts';
import { DeskData, DeskWords } from './schemas/labs/desk.ts';

const read = (name: string): unknown =>
  parse(
    readFileSync(
      new URL(`../../courses/c2-across-the-border/labs/mla-desk/${name}`, import.meta.url),
      'utf8',
    ),
  );
const data = DeskData.parse((read('lab.yaml') as { data: unknown }).data);
const words = DeskWords.parse((read('en.yaml') as { words: unknown }).words);
const shape = deskShape(data);
const example = draftOf(data.example, words.example);

/** The worked request with other calls in the emergency, and what the desk makes of it. */
function withCalls(...calls: string[]): { reply: string; points: readonly string[] } {
  const draft: Draft = { ...example, calls: { picked: calls } };
  const findings = lint(shape, draft);
  return {
    reply: replyTo(shape, draft, findings).id,
    points: pointsHeld(shape, findings),
  };
}

test('the worked request has every point and is executed', () => {
  const { reply, points } = withCalls('call-contact-point', 'call-child-protection');
  expect(points).toHaveLength(data.points.length);
  expect(reply).toBe('executed');
});

// The child may be in Belmora: a call at home alone reaches nobody there.
test.each([[['call-child-protection']], [['mark-as-urgent']], [['wait-for-the-court']]])(
  'without a call to the other State the danger came late: %s',
  (calls) => {
    const { reply, points } = withCalls(...calls);
    expect(points).not.toContain('necessity');
    expect(reply).toBe('danger-came-late');
  },
);

test('who called and lets something wait is not told that nobody called', () => {
  const { reply, points } = withCalls('call-contact-point', 'mark-as-urgent');
  expect(points).not.toContain('necessity');
  expect(reply).toBe('called-and-waited');
});
