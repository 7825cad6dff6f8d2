import type { Frame } from 'puppeteer-core';
import type { Item, Response } from '../../src/domain/question.ts';

/** Longest that anything on a page may take, in milliseconds. */
const PATIENCE = 30_000;

/** Waits until an element is there and seen, and gives its text. */
export async function seen(frame: Frame, selector: string): Promise<string> {
  const element = await frame.waitForSelector(selector, { visible: true, timeout: PATIENCE });
  return (await element?.evaluate((node) => node.textContent))?.trim() ?? '';
}

/** Waits for words that can be seen in the main part of the page, in capitals or not. */
export async function says(frame: Frame, words: string): Promise<void> {
  await frame.waitForFunction(
    (text: string) => {
      const said = document.querySelector<HTMLElement>('main')?.innerText.toLowerCase();
      return said?.includes(text.toLowerCase()) ?? false;
    },
    { timeout: PATIENCE },
    words,
  );
}

/** Presses the first link or button that is seen and whose words begin so. */
export async function press(frame: Frame, words: string, within = 'main'): Promise<void> {
  // Looked for and pressed in two steps: a wait that a press takes to another page is begun anew there, and presses twice.
  await frame.waitForFunction(
    (text: string, selector: string) =>
      [...document.querySelectorAll<HTMLElement>(`${selector} :is(a, button)`)].some(
        (each) =>
          each.textContent.trim().startsWith(text) &&
          each.checkVisibility({ visibilityProperty: true }),
      ),
    { timeout: PATIENCE },
    words,
    within,
  );
  const pressed = await frame.evaluate(
    (text: string, selector: string) => {
      const found = [...document.querySelectorAll<HTMLElement>(`${selector} :is(a, button)`)].find(
        (each) =>
          each.textContent.trim().startsWith(text) &&
          each.checkVisibility({ visibilityProperty: true }),
      );
      // After the answer to the test, which a page that is left could not give.
      if (found) setTimeout(() => found.click());
      return found !== undefined;
    },
    words,
    within,
  );
  if (!pressed) await press(frame, words, within);
}

/** Puts a response into the fields of the question that is shown, by the keyboard's and the mouse's own events. */
export async function fillIn(
  frame: Frame,
  within: string,
  item: Item,
  response: Response,
): Promise<void> {
  await frame.waitForSelector(within, { timeout: PATIENCE });
  await frame.evaluate(
    (selector: string, kind: string, options: readonly string[], given: Response) => {
      const place = document.querySelector(selector);
      const all = <T extends Element>(name: string): T[] => [
        ...(place?.querySelectorAll<T>(name) ?? []),
      ];
      if (given.kind === 'pick') {
        for (const box of all<HTMLInputElement>('input[type=radio], input[type=checkbox]')) {
          if (box.checked !== given.picked.includes(box.value)) box.click();
        }
      }
      if (given.kind === 'numeric') {
        const [field] = all<HTMLInputElement>('input');
        if (field) field.value = given.typed;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (given.kind === 'match') {
        all<HTMLSelectElement>('select').forEach((select, at) => {
          select.value = given.pairs[options[at] ?? ''] ?? '';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        });
      }
      return kind;
    },
    within,
    item.kind,
    'options' in item ? item.options : [],
    response,
  );
  if (response.kind === 'order') await bringIntoOrder(frame, within, response.steps);
}

async function bringIntoOrder(
  frame: Frame,
  within: string,
  steps: readonly string[],
): Promise<void> {
  for (const [target, step] of steps.entries()) {
    for (;;) {
      const at = await frame.evaluate(
        (selector: string, key: string, wanted: number) => {
          const rows = [...document.querySelectorAll<HTMLElement>(`${selector} [data-step]`)];
          const now = rows.findIndex((row) => row.dataset['step'] === key);
          if (now > wanted) rows[now]?.querySelector('button')?.click();
          return now;
        },
        within,
        step,
        target,
      );
      if (at <= target) break;
    }
  }
}

/** The right response to a question, or one that is not right. */
export function responseTo(item: Item, right: boolean): Response {
  switch (item.kind) {
    case 'order':
      return { kind: 'order', steps: right ? item.correct : [...item.correct].reverse() };
    case 'numeric':
      return { kind: 'numeric', typed: String(item.correct + (right ? 0 : item.tolerance + 1)) };
    case 'match': {
      const pairs = right
        ? item.correct
        : Object.fromEntries(
            item.options.map((row) => [
              row,
              item.targets.find((target) => target !== item.correct[row]) ?? '',
            ]),
          );
      return { kind: 'match', pairs };
    }
    default:
      return {
        kind: 'pick',
        picked: right
          ? item.correct
          : item.options.filter((option) => !item.correct.includes(option)).slice(0, 1),
      };
  }
}
