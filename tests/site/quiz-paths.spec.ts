import { expect, test } from '@playwright/test';
import type { Kind } from '../../src/domain/question.ts';
import { currentItem, type QuizEvent } from '../../src/machines/quiz-machine.ts';
import { placeOf } from '../../src/machines/quiz-walk.fixture.ts';
import { model } from './published.ts';
import {
  act,
  after,
  expectPage,
  formOf,
  initial,
  openForm,
  responsesTo,
  type Form,
  type Snapshot,
} from './quiz-walk.ts';

const KINDS: readonly Kind[] = ['one', 'several', 'order', 'numeric', 'match', 'fault'];

/** What a learner can do at one question, with one right and one wrong answer. */
function eventsAt(snapshot: Snapshot): QuizEvent[] {
  const { right, wrong } = responsesTo(currentItem(snapshot.context));
  const all: QuizEvent[] = [
    { type: 'answer', response: wrong },
    { type: 'answer', response: right },
    { type: 'check' },
    { type: 'retry' },
    { type: 'back' },
    { type: 'skip' },
    { type: 'next' },
  ];
  return all.filter((event) => snapshot.can(event));
}

/** Whether a question is on the page, to be answered or answered. */
function isAsked(snapshot: Snapshot): boolean {
  return snapshot.matches('answering') || snapshot.matches('checked');
}

/**
 * Lists of events that together take every edge at question number `at`: what can be put in, checked, tried again and
 * left. A walk that has left the question by one place comes back to it, and goes on while it meets untaken edges; a
 * new one begins where only a fresh sitting has some left.
 */
function tours(start: Snapshot, at: number): QuizEvent[][] {
  const taken = new Set<string>();
  const edge = (from: Snapshot, event: QuizEvent): string =>
    `${placeOf(from)} ${JSON.stringify(event)}`;
  const isThere = (snapshot: Snapshot): boolean => snapshot.context.at === at && isAsked(snapshot);
  const isBeside = (snapshot: Snapshot): boolean =>
    Math.abs(snapshot.context.at - at) === 1 && isAsked(snapshot);
  const onwardFrom = (snapshot: Snapshot): QuizEvent[] => {
    if (isThere(snapshot)) return eventsAt(snapshot);
    if (!isBeside(snapshot)) return [];
    const home: QuizEvent = { type: snapshot.context.at > at ? 'back' : 'skip' };
    return snapshot.can(home) ? [home] : [];
  };

  /** The shortest way from a place to an untaken edge of the question, that edge included. */
  function toUntaken(from: Snapshot): QuizEvent[] | undefined {
    const seen = new Set([placeOf(from)]);
    let edgeOfWalk: { snapshot: Snapshot; way: QuizEvent[] }[] = [{ snapshot: from, way: [] }];
    while (edgeOfWalk.length > 0) {
      const further: typeof edgeOfWalk = [];
      for (const { snapshot, way } of edgeOfWalk) {
        for (const event of onwardFrom(snapshot)) {
          if (isThere(snapshot) && !taken.has(edge(snapshot, event))) return [...way, event];
          const next = after(snapshot, event);
          if (!seen.has(placeOf(next))) {
            seen.add(placeOf(next));
            further.push({ snapshot: next, way: [...way, event] });
          }
        }
      }
      edgeOfWalk = further;
    }
    return undefined;
  }

  const all: QuizEvent[][] = [];
  for (let first = toUntaken(start); first; first = toUntaken(start)) {
    const tour: QuizEvent[] = [];
    let snapshot = start;
    for (let way: QuizEvent[] | undefined = first; way; way = toUntaken(snapshot)) {
      for (const event of way) {
        taken.add(edge(snapshot, event));
        snapshot = after(snapshot, event);
        tour.push(event);
      }
    }
    all.push(tour);
  }
  return all;
}

/** The start of a form and the skips that lead to a question. */
function wayTo(at: number): QuizEvent[] {
  return [{ type: 'start' }, ...Array.from({ length: at }, () => ({ type: 'skip' }) as const)];
}

async function take(
  page: Parameters<typeof act>[0],
  snapshot: Snapshot,
  events: readonly QuizEvent[],
): Promise<Snapshot> {
  let now = snapshot;
  for (const event of events) {
    await act(page, now, event);
    now = after(now, event);
    await expectPage(page, now);
  }
  return now;
}

// One question of each kind from each form of the model: two of each kind. Other modules: module-journey.spec.ts.
test.describe('every way through a question, walked on the page', () => {
  test.skip(
    ({ javaScriptEnabled }) => !javaScriptEnabled,
    'Without script there is nothing to walk: see quiz-reading.spec.ts.',
  );

  const forms = [formOf(model(), 'a'), formOf(model(), 'b')];
  const walks = forms.flatMap((form: Form) =>
    KINDS.map((kind) => ({ form, kind, at: form.items.findIndex((item) => item.kind === kind) })),
  );

  for (const { form, kind, at } of walks) {
    test(`form ${form.letter} of ${form.course.id}, kind ${kind}`, async ({ page }) => {
      test.setTimeout(120_000);
      expect(at, `form ${form.letter} has a question of kind ${kind}`).toBeGreaterThanOrEqual(0);
      const there = wayTo(at).reduce(after, initial(form));
      const found = tours(there, at);
      expect(found.flat().length).toBeGreaterThan(8);
      for (const tour of found) {
        await openForm(page, form);
        let start = initial(form);
        for (const event of wayTo(at)) {
          await act(page, start, event);
          start = after(start, event);
        }
        await take(page, start, tour);
        // The place is kept; the next tour begins in an empty browser.
        await page.goto('about:blank');
        await forget(page);
      }
    });
  }

  for (const form of forms) {
    test(`form ${form.letter} of ${form.course.id} ends with what was left open, or with everything answered`, async ({
      page,
    }) => {
      const right = (index: number): QuizEvent => ({
        type: 'answer',
        response: responsesTo(form.items[index]!).right,
      });
      await openForm(page, form);
      const onward: QuizEvent[] = form.letter === 'a' ? [] : [{ type: 'next' }];
      const first = form.items.flatMap((_, index): QuizEvent[] =>
        index === 3 ? [{ type: 'skip' }] : [right(index), { type: 'check' }, ...onward],
      );
      let now = await take(page, initial(form), [{ type: 'start' }, ...first]);
      expect(now.matches('overview')).toBe(true);
      now = await take(page, now, [{ type: 'resume' }, right(3), { type: 'check' }, ...onward]);
      expect(now.matches('results')).toBe(true);
      await expect(page.locator('.quiz-result')).toContainText('12 of 12 fully correct.');
      await expect(page.locator('.share b')).toHaveText(['3 of 3', '3 of 3', '3 of 3', '3 of 3']);
      await expect(page.locator('.quiz-result')).not.toContainText('%');
      now = await take(page, now, [{ type: 'again' }]);
      expect(now.context.attempt).toBe(2);
    });
  }
});

/** Empties the browser's storage for the site. */
async function forget(page: Parameters<typeof act>[0]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {
    origin: test.info().project.use.baseURL ?? '',
    storageTypes: 'all',
  });
  await client.detach();
}
