import type { HTMLElement } from 'node-html-parser';

const BOX = '<span class="box">☐</span> ';
const BLANK = '<span class="blank">…………………………</span>';
/** Longest option, and longest row of options, that still stand beside each other on one line. */
const SHORT = 36;
const ROW = 96;

/** Boxes to tick and lines to write on, as on paper; what was folded stands open, under the words that opened it. */
export function writeFields(root: HTMLElement): void {
  for (const input of root.querySelectorAll('input')) {
    const box = ['radio', 'checkbox'].includes(input.getAttribute('type') ?? '');
    input.replaceWith(box ? BOX : BLANK);
  }
  for (const field of root.querySelectorAll('select, textarea, progress, output'))
    field.replaceWith(BLANK);
  // Steps to put in order: the reader writes the numbers into the boxes.
  for (const number of root.querySelectorAll('.step-number')) number.replaceWith(BOX);
  for (const list of root.querySelectorAll('.sheet-boxes')) {
    for (const option of list.querySelectorAll('li')) option.insertAdjacentHTML('afterbegin', BOX);
  }
  for (const list of root.querySelectorAll('.sheet-boxes, .options'))
    if (isShort(list)) list.classList.add('short');
  rename(root, 'label', 'div');
  rename(root, 'fieldset', 'div');
  rename(root, 'legend', 'p');
  rename(root, 'summary', 'p');
  rename(root, 'details', 'section');
}

/** True for options that have room on one line. */
function isShort(list: HTMLElement): boolean {
  const lengths = list.children.map((option) => wordsOf(option).length);
  return Math.max(...lengths, 0) <= SHORT && lengths.reduce((sum, each) => sum + each, 0) <= ROW;
}

/** The words of an element, with single spaces. */
export function wordsOf(element: HTMLElement): string {
  return element.textContent.replace(/\s+/gu, ' ').trim();
}

/** Gives elements another name; their own name stays readable as a class, `was-details`. */
export function rename(root: HTMLElement, from: string, to: string): void {
  // From the inside out: an element that is replaced takes what stands in it along.
  for (const element of root.querySelectorAll(from).reverse()) {
    const attributes = ['id', 'lang', 'dir']
      .flatMap((name) => {
        const value = element.getAttribute(name);
        return value === undefined ? [] : [` ${name}="${value}"`];
      })
      .join('');
    const kind = [element.getAttribute('class'), `was-${from}`].filter(Boolean).join(' ');
    element.replaceWith(`<${to} class="${kind}"${attributes}>${element.innerHTML}</${to}>`);
  }
}
