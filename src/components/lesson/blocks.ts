import { parse } from 'node-html-parser';

/**
 * HTML in which every table can become blocks on a phone: each cell carries the name of its column, and the first
 * cell of a row is its heading.
 *
 * @param columns tables of so many columns and fewer, which a phone can show, stay as they are
 */
export function tablesToBlocks(html: string, columns = 0): string {
  if (!html.includes('<table')) return html;
  const root = parse(html);
  for (const table of root.querySelectorAll('table')) {
    const heads = table.querySelectorAll('thead th');
    if (heads.length <= columns) continue;
    table.classList.add('blocks');
    const names = heads.map((cell) => cell.textContent.trim());
    for (const cell of table.querySelectorAll('[style]')) {
      const align = /text-align:\s*(\w+)/.exec(cell.getAttribute('style') ?? '')?.[1];
      cell.removeAttribute('style');
      if (align === 'right') cell.classList.add('end');
      if (align === 'center') cell.classList.add('centre');
    }
    for (const cell of table.querySelectorAll('[align]')) cell.removeAttribute('align');
    for (const cell of heads) cell.setAttribute('scope', 'col');
    for (const cell of heads) if (cell.textContent.trim() === '') cell.rawTagName = 'td';
    for (const row of table.querySelectorAll('tbody tr')) {
      row.querySelectorAll('td').forEach((cell, index) => {
        // An empty corner or an empty first cell names nothing; screen readers would announce a blank header.
        if (index === 0 && cell.textContent.trim() !== '') {
          cell.rawTagName = 'th';
          cell.setAttribute('scope', 'row');
        } else if (index > 0) {
          cell.setAttribute('data-h', names[index] ?? '');
        }
      });
    }
  }
  return root.toString();
}
