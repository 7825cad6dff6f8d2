import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { parse } from 'yaml';
import { isBlocked, lint, pointsHeld } from '../labs/desk/lint.ts';
import { replyTo } from '../labs/desk/reply.ts';
import { fieldsOf, type Draft } from '../labs/desk/shape.ts';
import { deskMachine } from '../machines/lab-desk.ts';
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

/** The five things that a request cannot do without, by their fields. */
const FIVE = {
  authority: ['authority'],
  'offence and facts': ['offence', 'facts'],
  'data and link': ['account', 'category', 'link'],
  necessity: ['necessity'],
  'what it is wanted for': ['intention'],
};
/**
 * Neither facts of the case nor of the other State, so nobody can be without knowledge of them: whether to call (who
 * does not know chooses “may mean danger”), what one says, and the pseudonym that one gives.
 */
const OWN_TO_SAY = ['danger', 'calls', 'message', 'child'];
const steps = { notKnown: 'Asked our contact point on 13 April; answer open.' };
const fields = fieldsOf(shape).map(({ id }) => id);
const elsewhere = fields.filter(
  (id) => !Object.values(FIVE).flat().includes(id) && !OWN_TO_SAY.includes(id),
);
/** What the machine makes of the worked request when one field is answered so. */
function afterEntering(field: string): Draft {
  const actor = createActor(deskMachine, { input: shape }).start();
  for (const [id, entry] of Object.entries({ ...example, [field]: steps }))
    actor.send({ type: 'enter', field: id, entry });
  return actor.getSnapshot().context.draft;
}

test('only the five things stop a request, and each of them does', () => {
  const stopped = lint(shape, { danger: { picked: ['danger-may-be'] } })
    .filter(({ kind }) => kind === 'blocks')
    .map(({ field }) => field);
  expect(stopped).toEqual(Object.values(FIVE).flat());
  const blocking = shape.rules.filter(({ kind }) => kind === 'blocks').map(({ field }) => field);
  expect([...new Set(blocking)]).toEqual(Object.values(FIVE).flat());
});

test.each(Object.entries(FIVE).flatMap(([name, ids]) => ids.map((id) => [name, id] as const)))(
  '%s: “not known” is no answer in the field %s',
  (_, field) => {
    expect(afterEntering(field)[field]).toBeUndefined();
    expect(isBlocked(lint(shape, afterEntering(field)))).toBe(true);
  },
);

test('what is one’s own to say is not asked about', () => {
  expect(fields).toEqual(expect.arrayContaining(OWN_TO_SAY));
  for (const field of OWN_TO_SAY) expect(afterEntering(field)[field]).toBeUndefined();
});

describe.each(elsewhere)('“not known” with its steps in the field %s', (field) => {
  const draft = afterEntering(field);

  test('is an answer: nothing is found, every point is held, and the request is executed', () => {
    expect(draft[field]).toEqual(steps);
    const findings = lint(shape, draft);
    expect(findings).toEqual([]);
    expect(pointsHeld(shape, findings)).toHaveLength(16);
    expect(replyTo(shape, draft, findings).id).toBe(
      ['person', 'reference'].includes(field) ? 'executed' : 'executed-open-fields',
    );
  });

  test('needs its steps, and no name in them', () => {
    const empty = lint(shape, { ...draft, [field]: { notKnown: ' ' } });
    expect(empty.map((each) => each.field)).toEqual([field]);
    const named = lint(shape, { ...draft, [field]: { notKnown: 'Asked the school of Mira.' } });
    expect(named).toMatchObject([{ field, says: 'name-in-steps' }]);
    expect(pointsHeld(shape, named)).not.toContain('limits');
    expect(
      replyTo(shape, { ...draft, [field]: { notKnown: 'Asked the school of Mira.' } }, named).id,
    ).toBe('name-seen');
  });
});

test('eleven fields accept “not known”', () => {
  expect(elsewhere).toHaveLength(11);
});

test('a defect is told before the open fields are', () => {
  const draft: Draft = {
    ...example,
    basis: steps,
    category: { picked: ['all-data'] },
  };
  expect(replyTo(shape, draft, lint(shape, draft)).id).toBe('part-executed');
});
