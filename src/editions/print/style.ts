import { readFileSync } from 'node:fs';

/** The style of a book: what all books have in common, then what this form of book sets in its own way. */
export function bookStyle(own: 'epub.css' | 'handbook.css'): string {
  return ['book.css', own]
    .map((name) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))
    .join('\n');
}
