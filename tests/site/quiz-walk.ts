import { expect, type Locator, type Page } from '@playwright/test';
import { initialTransition, transition, type SnapshotFrom } from 'xstate';
import { slimItem } from '../../src/content/slim-item.ts';
import { tellPair, type Course } from '../../src/content/catalogue.ts';
import type { QuizWords } from '../../src/content/schemas/quiz.ts';
import { grade } from '../../src/domain/grade.ts';
import { emptyResponse, moveStep, type Item, type Response } from '../../src/domain/question.ts';
import {
  currentAnswer,
  currentItem,
  openItems,
  quizMachine,
  type QuizEvent,
} from '../../src/machines/quiz-machine.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { translator, type Translate } from '../../src/i18n/t.ts';

export type Snapshot = SnapshotFrom<typeof quizMachine>;

/** A form as it stands in `courses/`, with its words in English. */
export interface Form {
  readonly course: Course;
  readonly letter: 'a' | 'b';
  readonly items: readonly Item[];
  readonly pass: number;
  readonly words: QuizWords['items'];
}

/** A form of a module. A published module without one is not whole, so it throws. */
export function formOf(course: Course, letter: 'a' | 'b'): Form {
  const { quiz } = course.files;
  if (!quiz) throw new Error(`${course.id} has no quiz.`);
  const { spine, words } = tellPair(quiz, 'en');
  const items = spine.items.filter((item) => item.form === letter).map(slimItem);
  return { course, letter, items, pass: spine.pass, words: words.items };
}

/** The part of the page that script runs. */
export function live(page: Page): Locator {
  return page.locator('[data-enhance="quiz"] [data-enhanced]');
}

/** Opens a form and waits for its island. `site` is where the site's language begins. */
export async function openForm(page: Page, { course, letter }: Form, site = '/en'): Promise<void> {
  await page.goto(`${site}/${course.id}/quiz-${letter}/`);
  await expect(page.locator('[data-enhance="quiz"]')).toHaveAttribute('data-ready', '');
}

/** The machine before the start of a form. */
export function initial({ items, pass, letter }: Form): Snapshot {
  return initialTransition(quizMachine, {
    mode: letter === 'a' ? 'pretest' : 'posttest',
    items,
    pass,
  })[0];
}

/** The machine after one more event. */
export function after(snapshot: Snapshot, event: QuizEvent): Snapshot {
  return transition(quizMachine, snapshot, event)[0];
}

/** A right and a wrong response to any question. */
export function responsesTo(item: Item): { right: Response; wrong: Response } {
  switch (item.kind) {
    case 'order':
      return {
        right: { kind: 'order', steps: item.correct },
        wrong: { kind: 'order', steps: [...item.correct].reverse() },
      };
    case 'numeric':
      return {
        right: { kind: 'numeric', typed: String(item.correct) },
        wrong: { kind: 'numeric', typed: String(item.correct + item.tolerance + 1) },
      };
    case 'match': {
      const others = item.options.map((row) => [
        row,
        item.targets.find((target) => target !== item.correct[row]) ?? '',
      ]);
      return {
        right: { kind: 'match', pairs: item.correct },
        wrong: { kind: 'match', pairs: Object.fromEntries(others) as Record<string, string> },
      };
    }
    default: {
      const wrong = item.options.filter((option) => !item.correct.includes(option)).slice(0, 1);
      return {
        right: { kind: 'pick', picked: item.correct },
        wrong: { kind: 'pick', picked: wrong },
      };
    }
  }
}

/** Puts a response into the fields, as a person would. */
export async function answer(page: Page, item: Item, response: Response): Promise<void> {
  const place = live(page);
  if (response.kind === 'pick' && 'options' in item) {
    for (const option of item.options) {
      const box = place.locator(`input[value="${option}"]`);
      if (item.kind !== 'one') await box.setChecked(response.picked.includes(option));
      else if (response.picked.includes(option)) await box.check();
    }
  }
  if (response.kind === 'numeric') await place.locator('input[type="text"]').fill(response.typed);
  if (response.kind === 'match') {
    for (const [row, target] of Object.entries(response.pairs)) {
      const index = item.kind === 'match' ? item.options.indexOf(row) : -1;
      await place.locator('select').nth(index).selectOption(target);
    }
  }
  if (response.kind === 'order') {
    const rows = place.locator('[data-step]');
    await rows.first().waitFor();
    let steps = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('data-step') ?? ''),
    );
    for (const [target, step] of response.steps.entries()) {
      while (steps.indexOf(step) > target) {
        await place.locator(`[data-step="${step}"] button`).first().click();
        steps = moveStep(steps, step, -1);
      }
    }
  }
}

/** Does on the page what an event says. */
export async function act(
  page: Page,
  snapshot: Snapshot,
  event: QuizEvent,
  lang: Locale = 'en',
): Promise<void> {
  if (event.type === 'answer') return answer(page, currentItem(snapshot.context), event.response);
  await live(page)
    .getByRole('button', { name: nameOf(snapshot, event.type, translator(lang)), exact: true })
    .click();
}

/** The name of the button behind an event, as the words of the interface have it. */
function nameOf(
  snapshot: Snapshot,
  type: Exclude<QuizEvent['type'], 'answer'>,
  t: Translate,
): string {
  const { context } = snapshot;
  switch (type) {
    case 'start':
      return t('quiz.start');
    case 'check':
      if (context.mode === 'pretest') return t('quiz.keepAnswer');
      return t(currentItem(context).kind === 'order' ? 'question.checkOrder' : 'question.check');
    case 'skip':
      return t('question.skip');
    case 'retry':
      return t('question.retry');
    case 'next':
      return t(openItems(context).length === 0 ? 'quiz.finish' : 'quiz.next');
    case 'back':
      return t('quiz.back');
    case 'resume':
      return t('quiz.open.resume');
    case 'finish':
      return t('quiz.open.finish');
    case 'again':
      return t('quiz.again');
  }
}

const PRESSED = [
  'start',
  'check',
  'skip',
  'retry',
  'next',
  'back',
  'resume',
  'finish',
  'again',
] as const;

/** The page shows what the machine says: the place, the verdict, and exactly the buttons that lead on. */
export async function expectPage(
  page: Page,
  snapshot: Snapshot,
  lang: Locale = 'en',
): Promise<void> {
  const t = translator(lang);
  const place = live(page);
  const { context } = snapshot;
  const wanted = PRESSED.filter((type) => snapshot.can({ type })).map((type) =>
    nameOf(snapshot, type, t),
  );
  const aside = snapshot.matches('results') ? [t('quiz.print')] : [];
  await expect
    .poll(async () => (await place.locator('.actions button').allInnerTexts()).sort())
    .toEqual([...wanted, ...aside].sort());

  if (snapshot.matches('answering') || snapshot.matches('checked')) {
    await expect(place.locator('h2')).toHaveText(
      t('question.number', { number: context.at + 1, of: context.items.length }),
    );
  }
  await expect(place.getByRole('alert')).toHaveCount(
    snapshot.matches({ answering: 'unready' }) ? 1 : 0,
  );
  if (snapshot.matches('checked')) {
    const { checked } = currentAnswer(context);
    const outcome = grade(
      currentItem(context),
      checked ?? emptyResponse(currentItem(context)),
    ).outcome;
    await expect(place.locator('.feedback h3')).toHaveText(t(`question.${outcome}`));
    await expect(place.locator('.item')).toHaveAttribute('data-outcome', outcome);
  } else {
    await expect(place.locator('.feedback')).toHaveCount(0);
  }
  if (snapshot.matches('overview')) {
    const count = openItems(context).length;
    await expect(place.locator('h2')).toHaveText(t('quiz.open', { count }));
  }
  if (snapshot.matches('results')) await expect(place.locator('h2')).toHaveText(t('quiz.result'));
}
