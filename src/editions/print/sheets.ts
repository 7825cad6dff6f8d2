import type { HTMLElement } from 'node-html-parser';
import { wordsOf } from './fields.ts';

/** Fewest questions with the same choices that are set as a table. */
const ROWS = 3;
/** From so many rows on, two tables stand side by side. */
const MANY = 8;
/** Lines to write a few sentences on. */
const LINES = 4;
const BLANK = '…………………………';

/** Sets the forms of a lab for paper: questions in a row with the same short choices become one table to tick. */
export function setSheets(article: HTMLElement): void {
  for (const card of article.querySelectorAll('dl.desk-card')) {
    // Most entries have no second part: a name with an empty value is no definition.
    const entries = card.children.map(({ children }) => children.map(wordsInside).join(' ').trim());
    card.replaceWith(
      `<ul class="desk-card">${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`,
    );
  }
  for (const place of article.querySelectorAll('.desk-lines'))
    place.set_content('<span class="line"></span>'.repeat(LINES));
  for (const rest of article.querySelectorAll('.desk-rest')) rest.set_content(BLANK);
  for (const sheet of article.querySelectorAll('.sheet')) {
    // A form with one card bears the name of its card.
    const name = sheet.querySelector('h3');
    const [card, another] = sheet.querySelectorAll('h4');
    if (name && card && !another && wordsOf(name) === wordsOf(card)) card.remove();
  }
  for (const sentence of article.querySelectorAll('[data-template]'))
    sentence.set_content(sentence.innerHTML.replace(/\{\w+\}/g, BLANK));
  for (const slots of article.querySelectorAll('.sheet-slots')) {
    for (const run of runsOf(slots.children)) {
      const [first, ...others] = run;
      if (!first || run.length < ROWS) continue;
      const half = run.length < MANY ? run.length : Math.ceil(run.length / 2);
      first.replaceWith(
        `<div class="grades">${gradeTable(run.slice(0, half))}${run.length > half ? gradeTable(run.slice(half)) : ''}</div>`,
      );
      for (const other of others) other.remove();
    }
  }
}

function wordsInside({ innerHTML }: HTMLElement): string {
  return innerHTML.trim();
}

/** Neighbouring questions with the same choices. */
function runsOf(questions: readonly HTMLElement[]): HTMLElement[][] {
  const runs: HTMLElement[][] = [];
  let last = '';
  for (const question of questions) {
    const choices = choicesOf(question).join('|');
    const run = runs[runs.length - 1];
    if (run && choices !== '' && choices === last) run.push(question);
    else runs.push([question]);
    last = choices;
  }
  return runs;
}

/** The choices of a question that fit above the columns of a table; none for every other question. */
function choicesOf(question: HTMLElement): string[] {
  if (question.querySelector('.small') || question.querySelectorAll('ul').length !== 1) return [];
  const choices = question
    .querySelectorAll('.sheet-boxes[data-kind=choice] li')
    .map((option) => wordsOf(option));
  return choices.length <= 4 && choices.every((choice) => choice.length <= 16) ? choices : [];
}

function gradeTable(run: readonly HTMLElement[]): string {
  const [first] = run;
  const heads = first?.querySelectorAll('li').map((option) => option.innerHTML) ?? [];
  const rows = run.map(
    (question) =>
      `<tr><th scope="row">${question.querySelector('.ask')?.innerHTML ?? ''}</th>${heads.map(() => '<td><span class="box">☐</span></td>').join('')}</tr>`,
  );
  return `<table><thead><tr><td></td>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
