import type { HTMLElement } from 'node-html-parser';
import { wordsOf } from './fields.ts';

/** From so many questions with the same answer on, the answer stands once before their names. */
const SEVERAL = 3;

/** The answers of one form of a lab, moved to the end of the book. */
export interface SheetAnswers {
  /** Heading of the form. */
  readonly title: string;
  readonly element: HTMLElement;
}

/**
 * Takes the folded answers out of a lab and leaves a mark in their place. On the screen each form stands alone, so the
 * page says with every form, card and option what a choice means; in the book it stands once.
 *
 * @param mark what stands where answers were; gets their number
 */
export function takeSheetAnswers(
  article: HTMLElement,
  mark: (number: number) => string,
): SheetAnswers[] {
  const told = new Set<string>();
  for (const point of article.querySelectorAll('ol.lab-list > li')) {
    const [name, meaning] = point.children;
    if (name && meaning) told.add(lineOf(wordsOf(name), wordsOf(meaning)));
  }
  const taken: SheetAnswers[] = [];
  let place: unknown;
  for (const fold of article.querySelectorAll('.lab details')) {
    if (fold.hasAttribute('data-in-place')) continue;
    const title = headingOf(fold);
    const summary = fold.querySelector('summary');
    const name = summary ? wordsOf(summary) : '';
    for (const gone of [summary, ...fold.querySelectorAll('[hidden]')]) gone?.remove();
    for (const answer of fold.querySelectorAll('.sheet-answer')) {
      const head = answer.querySelector('p');
      if (head && wordsOf(head) === title) head.remove();
      if (answer.querySelector('dl.sheet-keys')) setCard(answer, told);
      else setMeanings(answer, told);
    }
    for (const option of fold.querySelectorAll('li > span:first-child')) {
      if (!option.getAttribute('data-w')?.startsWith('option')) continue;
      for (const verdict of option.parentNode?.querySelectorAll('b') ?? [])
        verdict.replaceWith(`<i>${verdict.innerHTML}</i>`);
      option.replaceWith(`<b>${option.innerHTML}</b>`);
    }
    for (const heading of fold.querySelectorAll('h4')) {
      const next = heading.nextElementSibling;
      if (next?.classList.contains('sheet-card-answer') ?? true) heading.remove();
    }
    const last = taken[taken.length - 1];
    if (last && place === fold.parentNode) {
      last.element.insertAdjacentHTML('beforeend', `<h4>${name}</h4>${fold.innerHTML}`);
      fold.remove();
    } else {
      place = fold.parentNode;
      taken.push({ title, element: fold });
      fold.replaceWith(mark(taken.length));
    }
  }
  return taken;
}

function headingOf(fold: HTMLElement): string {
  const heading = fold.closest('.sheet, .section')?.querySelector('h2, h3');
  return heading ? wordsOf(heading) : '';
}

function lineOf(name: string, meaning: string): string {
  return `${name}: ${meaning}`;
}

/** What the choices of a question mean. One meaning for all of them is one line; no meaning is none. */
function setMeanings(answer: HTMLElement, told: Set<string>): void {
  const list = answer.querySelector('ul');
  const name = answer.querySelector('b')?.innerHTML ?? '';
  const meanings = list?.querySelectorAll('[data-w^=feedback]') ?? [];
  const [first] = meanings;
  const one = first && meanings.every((each) => wordsOf(each) === wordsOf(first));
  if (list && one && !list.querySelector('b')) {
    const words = wordsOf(first);
    const line = lineOf(wordsOf(answer.querySelector('b') ?? first), words);
    list.remove();
    if (words !== '' && !told.has(line)) {
      answer.querySelector('p')?.replaceWith(`<p><b>${name}</b> ${first.innerHTML}</p>`);
      told.add(line);
    } else if (answer.children.length === 1) answer.remove();
  } else if (told.has(wordsOf(answer))) answer.remove();
  else told.add(wordsOf(answer));
}

/** The answers of one card: each question with its key and what is said to it, in one list. */
function setCard(answer: HTMLElement, told: ReadonlySet<string>): void {
  answer.classList.add('sheet-card-answer');
  const keys = answer.querySelector('dl.sheet-keys');
  const lists = answer.querySelectorAll('ul.lab-list').filter((list) => list.querySelector('i'));
  const reasons = answer.querySelectorAll('[data-w^=reason]');
  const rows = (keys?.querySelectorAll('div') ?? []).map((row) => {
    const [name, key] = [row.querySelector('dt'), row.querySelector('dd')];
    const field = key?.getAttribute('data-w')?.split('.').pop();
    const own = lists.find((list) => {
      const path = list.querySelector('[data-w]')?.getAttribute('data-w')?.split('.') ?? [];
      return path[path.length - 2] === field;
    });
    const shared = reasons.find((each) => each.getAttribute('data-w')?.split('.').pop() === field);
    const remark = !name
      ? ''
      : shared
        ? untold(shared, wordsOf(name), told)
        : own
          ? remarkOf(own, wordsOf(name), told)
          : '';
    return { name: name?.innerHTML ?? '', key: key?.innerHTML ?? '', remark };
  });
  for (const list of lists) list.remove();
  const plain = new Map<string, string[]>();
  for (const { name, key, remark } of rows)
    if (remark === '') plain.set(key, [...(plain.get(key) ?? []), name]);
  const items = [
    ...[...plain].map(([key, names]) =>
      names.length < SEVERAL
        ? names.map((name) => `<li><b>${name}</b> ${key}</li>`).join('')
        : `<li><b>${key}</b> ${names.join(' · ')}</li>`,
    ),
    ...rows.flatMap(({ name, key, remark }) =>
      remark === '' ? [] : [`<li><b>${name}</b> <i>${key}</i> ${remark}</li>`],
    ),
  ];
  keys?.replaceWith(`<ul class="lab-list">${items.join('')}</ul>`);
}

function remarkOf(list: HTMLElement, name: string, told: ReadonlySet<string>): string {
  const remarks = list.querySelectorAll('[data-w^=feedback]');
  const [first] = remarks;
  if (!first) return '';
  if (remarks.some((each) => wordsOf(each) !== wordsOf(first)))
    return list
      .querySelectorAll('li')
      .map((option) => option.innerHTML.trim())
      .join(' ');
  return untold(first, name, told);
}

/** What is said of a question, unless the rubric has said it. */
function untold(said: HTMLElement, name: string, told: ReadonlySet<string>): string {
  return told.has(lineOf(name, wordsOf(said))) ? '' : said.innerHTML;
}
