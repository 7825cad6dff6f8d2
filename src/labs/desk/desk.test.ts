import { expect, test } from 'vitest';
import { clean, shape } from './desk.fixture.ts';
import { isBlocked, lint, pointsHeld, unreservedIn } from './lint.ts';
import { cleanDraft, referenceOf, replyTo } from './reply.ts';
import { openPages, type Draft } from './shape.ts';
import { formText } from './text.ts';

const found = (draft: Draft): string[] => lint(shape, draft).map(({ rule }) => rule);
const LONG = 'The account booked a pitch twice; the offence carries up to two years.';

test('a clean form is left alone and holds every point', () => {
  expect(lint(shape, clean)).toEqual([]);
  expect(pointsHeld(shape, [])).toEqual(shape.points.map(({ id }) => id));
});

test.each<[string, Draft, string[]]>([
  ['nothing is entered', { ...clean, about: {} }, ['about-open']],
  ['no identifier', { ...clean, about: { picked: ['person'] } }, ['no-identifier']],
  ['the child is named', { ...clean, about: { picked: ['account', 'child'] } }, ['child-named']],
  [
    'everything is ticked',
    { ...clean, about: { picked: ['account', 'person', 'child'] } },
    ['child-named', 'all-of-them'],
  ],
  ['the offset is missing', { ...clean, from: { picked: ['from-bare'] } }, ['no-offset']],
  ['the window begins too early', { ...clean, from: { picked: ['from-early'] } }, ['too-wide']],
  ['the window ends too late', { ...clean, to: { picked: ['to-late'] } }, ['too-wide']],
  ['a label instead of facts', { ...clean, facts: { text: 'Two years.' } }, ['label-only']],
  [
    'a name in the text, in odd spelling',
    { ...clean, facts: { text: `${LONG} MIRA\u00a0TOLEN was there.` } },
    ['name-in-text', 'hidden-marks'],
  ],
  [
    'no penalty',
    { ...clean, facts: { text: 'The account booked a pitch twice, and then again.' } },
    ['no-penalty'],
  ],
  [
    'no penalty, where the rule is not asked',
    {
      ...clean,
      danger: { picked: ['yes'] },
      called: { text: 'The desk.' },
      facts: { text: 'The account booked a pitch twice, and then again.' },
    },
    [],
  ],
  ['too long', { ...clean, facts: { text: `${LONG} ${'long '.repeat(120)}` } }, ['too-long']],
  ['a real address', { ...clean, facts: { text: `${LONG} Seen at 8.8.8.8.` } }, ['unreserved']],
  ['direction marks', { ...clean, facts: { text: `\u200f${LONG}` } }, ['hidden-marks']],
])('%s', (_, draft, rules) => {
  expect(found(draft)).toEqual(rules);
});

test.each<[string, Draft]>([
  ['identifier', { ...clean, about: { notKnown: 'Asked the platform on Monday; reply open.' } }],
  ['time', { ...clean, from: { notKnown: 'The log was asked for.' } }],
  ['facts', { ...clean, facts: { notKnown: 'Statement is being translated.' } }],
])('“not known” with its steps is a valid %s', (_, draft) => {
  expect(lint(shape, draft)).toEqual([]);
});

test('“not known” without steps is an empty entry', () => {
  expect(found({ ...clean, about: { notKnown: ' \u200f' } })).toContain('about-open');
});

test('steps taken are read like any text', () => {
  expect(found({ ...clean, about: { notKnown: 'Called +44 20 7946 0999.' } })).toEqual([
    'unreserved',
  ]);
});

test('a name in a text is told in the words of its rule, in the steps in words that are true there', () => {
  const says = (draft: Draft): unknown[] => lint(shape, draft).map((each) => each.says);
  expect(says({ ...clean, facts: { text: `${LONG} Mira Tolen was there.` } })).toEqual([undefined]);
  expect(says({ ...clean, facts: { notKnown: 'Asked Mira Tolen.' } })).toEqual(['name-in-steps']);
  expect(says({ ...clean, facts: { text: `${LONG} Seen at 8.8.8.8.` } })).toEqual(['unreserved']);
});

test('a name that no text may hold is found in the steps taken too, once and where it stands', () => {
  const named: Draft = { ...clean, about: { notKnown: 'Asked the school of Mira Tolen.' } };
  expect(lint(shape, named)).toEqual([
    { rule: 'name-in-text', kind: 'points', field: 'about', says: 'name-in-steps' },
  ]);
  expect(pointsHeld(shape, lint(shape, named))).not.toContain('child');
  expect(found({ ...clean, facts: { notKnown: 'Asked MIRA\u00a0TOLEN.' } })).toEqual([
    'name-in-text',
    'hidden-marks',
  ]);
});

test('the emergency page is there only when a child is in danger, and only then looked at', () => {
  expect(openPages(shape, clean).map(({ id }) => id)).toEqual(['first', 'request']);
  const danger: Draft = { ...clean, danger: { picked: ['yes'] } };
  expect(openPages(shape, danger).map(({ id }) => id)).toEqual(['first', 'emergency', 'request']);
  expect(found(danger)).toEqual(['called-open']);
});

test('only what the data say blocks a form', () => {
  expect(isBlocked(lint(shape, { ...clean, from: { picked: ['from-bare'] } }))).toBe(false);
  expect(isBlocked(lint(shape, { ...clean, about: {} }))).toBe(true);
});

test.each([
  ['192.0.2.7:51034 and 2001:db8::7', undefined],
  ['198.51.100.20 at 2026-03-02 10:00:00 +01:00', undefined],
  ['files.example.org and desk@example.net', undefined],
  ['case 2026/114, article 18, 600 characters', undefined],
  ['reference BEL-2026-00417 of the card', undefined],
  ['see 10.0.0.1', '10.0.0.1'],
  ['write to a.person@mail-service.com', 'a.person@mail-service.com'],
  ['see pitch-booking.net', 'pitch-booking.net'],
  ['call 020 7946 0999', '020 7946 0999'],
  ['card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['2a00:1450:4001:81b::200e', '2a00:1450:4001:81b::200e'],
  ['\u206610.0.0.1\u2069', '10.0.0.1'],
])('%s', (text, real) => {
  expect(unreservedIn(text, ['BEL-2026-00417'])).toBe(real);
});

test.each<[Draft, string]>([
  [{ ...clean, from: { picked: ['from-bare'] } }, 'no-offset-back'],
  [{ ...clean, to: { picked: ['to-late'] } }, 'in-part'],
  [{ ...clean, danger: { picked: ['yes'] }, called: { text: 'Done.' } }, 'at-once'],
  [clean, 'accepted'],
])('the reply follows from the draft', (draft, reply) => {
  expect(replyTo(shape, draft, lint(shape, draft)).id).toBe(reply);
});

test('a reply can wait for a field that is honestly not known', () => {
  const open = { id: 'open', kind: 'partly', rules: [], notKnown: ['about', 'from'] } as const;
  const desk = { replies: [open, ...shape.replies] };
  const reply = (draft: Draft): string => replyTo(desk, draft, lint(shape, draft)).id;
  expect(reply(clean)).toBe('accepted');
  expect(reply({ ...clean, from: { notKnown: 'The log was asked for.' } })).toBe('open');
  expect(reply({ ...clean, facts: { notKnown: 'Being translated.' } })).toBe('accepted');
});

test('a desk without a last word is a fault of its data', () => {
  const mute = { replies: shape.replies.filter(({ id }) => id === 'no-offset-back') };
  expect(() => replyTo(mute, clean, [])).toThrow('No reply fits');
});

test('the reference is made from the draft alone', () => {
  expect(referenceOf(clean)).toMatch(/^\d{4}$/);
  expect(referenceOf(clean)).toBe(referenceOf({ ...clean, called: {} }));
  expect(referenceOf(clean)).not.toBe(referenceOf({ ...clean, to: { picked: ['to-late'] } }));
  expect(referenceOf({ facts: { text: 'a\u200b b' } })).toBe(
    referenceOf({ facts: { text: 'a b ' } }),
  );
});

test('a draft is cleaned without losing what was written', () => {
  expect(
    cleanDraft({ b: { text: '\u200fx\u00a0y' }, a: { picked: [] }, c: { notKnown: ' z ' } }),
  ).toEqual({ b: { text: 'x y' }, c: { notKnown: 'z' } });
});

test('the form as text begins and ends with the mark and holds every entry', () => {
  const text = formText(
    shape,
    { ...clean, about: { notKnown: 'Asked.' } },
    {
      mark: 'TRAINING',
      title: 'Request',
      label: (field) => field.toUpperCase(),
      option: (option) => option,
      notKnown: 'Not known; steps taken:',
      empty: '(empty)',
      colon: ': ',
    },
  );
  expect(text.split('\n')).toEqual([
    'TRAINING',
    '',
    'Request',
    '',
    'DANGER: no',
    'ABOUT: Not known; steps taken: Asked.',
    'FROM: from (2026-03-02 10:00:00 +01:00)',
    'TO: to (2026-03-02 11:00:00 +01:00)',
    `FACTS: ${LONG}`,
    '',
    'TRAINING',
    '',
  ]);
});
