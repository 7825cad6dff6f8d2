import { readLessons } from '../domain/folds/lessons.ts';
import { openProgress } from '../progress/progress.ts';

/**
 * Shows on the pages of a path and of a module which lessons this learner has read. Rows carry the lessons of
 * their course in `data-marks`; a list with one row per lesson has its own mark in each row.
 */
export async function showMarks(page: ParentNode): Promise<void> {
  const statements = await (await openProgress()).statements();
  for (const place of page.querySelectorAll<HTMLElement>('[data-marks]')) {
    const lessons = (place.dataset['marks'] ?? '').split(' ');
    const known = readLessons(statements, place.dataset['course'] ?? '');
    const read = lessons.filter((lesson) => known.has(lesson));
    if (read.length === 0) continue;
    if (place.matches('li')) markCourse(place, read.length, lessons.length);
    else markLessons(place, new Set(read));
  }
}

/** One row for a whole course: how many of its lessons are read. */
function markCourse(row: HTMLElement, read: number, all: number): void {
  row.dataset['knot'] = read === all ? 'done' : 'half';
  const state = row.querySelector('[data-state]');
  if (state) state.textContent = fill(row.dataset['some'] ?? '', { read, all });
}

/** One row for each lesson; the button on top leads to the first that is not read. */
function markLessons(list: HTMLElement, read: ReadonlySet<string>): void {
  const rows = [...list.querySelectorAll<HTMLElement>('li[data-lesson]')];
  for (const row of rows) {
    if (read.has(row.dataset['lesson'] ?? '')) row.dataset['knot'] = 'done';
  }
  const next = rows.find((row) => !read.has(row.dataset['lesson'] ?? ''));
  const link = next?.querySelector('a');
  const button = document.querySelector<HTMLAnchorElement>('[data-continue]');
  if (!next || !link || !button) return;
  next.dataset['now'] = '';
  button.href = link.href;
  button.textContent = fill(button.dataset['continue'] ?? '', { title: link.textContent });
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
