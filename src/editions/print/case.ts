import type { HTMLElement } from 'node-html-parser';

/**
 * Sets a case for paper: options have numbers, what happens then names the number instead of repeating the sentence,
 * and what all ways have in common stands once.
 *
 * @param hint how to read a case in a book
 */
export function setCase(article: HTMLElement, hint: string): void {
  const ways = article.querySelectorAll('.case-way');
  for (const [index, way] of ways.entries()) {
    way.querySelector('p')?.remove();
    if (index === 0) way.insertAdjacentHTML('beforebegin', `<p>${hint}</p>`);
    const heading = way.querySelector('h2');
    heading?.replaceWith(`<h3>${heading.innerHTML}</h3>`);
  }
  for (const node of article.querySelectorAll('.case-node')) setDecision(node);
  for (const links of article.querySelectorAll('.case-ending .links')) links.remove();
  for (const list of article.querySelectorAll('.case-review dl')) {
    for (const [index, option] of list.querySelectorAll('dt').entries())
      option.insertAdjacentHTML('afterbegin', `<b class="choice">${index + 1}</b> `);
  }
}

function setDecision(node: HTMLElement): void {
  const options = node.querySelector('ul.ledger');
  options?.replaceWith(`<ol class="choices">${options.innerHTML}</ol>`);
  const chosen = node.querySelectorAll('.case-after');
  const leads = chosen.map((after) => after.querySelector('.links')?.toString() ?? '');
  const same = new Set(leads).size === 1;
  for (const [index, after] of chosen.entries()) {
    const words = after.querySelector('p.small');
    const lang = words?.getAttribute('lang');
    after.querySelector('h4')?.remove();
    words?.remove();
    after
      .querySelector('div > p')
      ?.insertAdjacentHTML(
        'afterbegin',
        `<b class="chose"${lang ? ` lang="${lang}"` : ''}>${words?.innerHTML ?? ''} ${index + 1}</b> `,
      );
    if (same) after.querySelector('.links')?.remove();
  }
  if (same) chosen[chosen.length - 1]?.insertAdjacentHTML('afterend', leads[0] ?? '');
  for (const links of node.querySelectorAll('.links'))
    links.replaceWith(
      `<ul class="links">${links.children.map((link) => `<li>${String(link)}</li>`).join('')}</ul>`,
    );
}
