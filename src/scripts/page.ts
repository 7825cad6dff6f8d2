/** The plain script of every page: theme, way out, print, terms, due dates, enhancements that did not start. */
import { mayHaveRecord } from '../progress/hint.ts';
import { onPageChange } from '../progress/page-change.ts';
import { watchEnhancements } from './enhance.ts';
import { startIslands } from './islands.ts';
import { leaveQuickly } from './leave.ts';
import { startLessonMark } from './lesson.ts';
import { openTerms } from './terms.ts';

const root = document.documentElement;

/** Runs one part so that a fault in it does not stop the others. */
function part(run: () => void): void {
  try {
    run();
  } catch (error) {
    // Told to the browser, without stopping what follows.
    setTimeout(() => {
      throw error;
    });
  }
}

/** Stores a small setting; a browser that refuses storage only forgets it. */
function keep(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(`custodia:${key}`, value);
    else localStorage.removeItem(`custodia:${key}`);
  } catch {
    /* Nothing is lost but the setting itself. */
  }
}

/** A stored setting, or nothing. */
function recall(key: string): string {
  try {
    return localStorage.getItem(`custodia:${key}`) ?? '';
  } catch {
    return '';
  }
}

part(startIslands);

part(() => {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    if (!target || leaveQuickly(event)) return;
    if (target.matches('[data-print]')) {
      event.preventDefault();
      print();
    } else if (target.dataset['lang']) {
      keep('lang', target.dataset['lang']);
    }
  });
  document.addEventListener('click', (event) => {
    // A pane of the bar closes when the reader goes on elsewhere.
    document.querySelectorAll<HTMLDetailsElement>('.nav details[open]').forEach((open) => {
      if (event.target instanceof Node && !open.contains(event.target)) open.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    const open =
      event.key === 'Escape'
        ? document.querySelector<HTMLDetailsElement>('.nav details[open]')
        : null;
    if (!open) return;
    open.open = false;
    open.querySelector('summary')?.focus();
  });
});

part(() => {
  // Folded parts print open, and close again as the reader had them. Answers print only when they were opened.
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [
      ...document.querySelectorAll<HTMLDetailsElement>(
        'article details:not([open], .question-answer)',
      ),
    ];
    opened.forEach((fold) => (fold.open = true));
  });
  addEventListener('afterprint', () => opened.forEach((fold) => (fold.open = false)));
});

/** What has to be done anew for every page that this document shows. */
function startPage(): void {
  part(watchEnhancements);

  part(() => openTerms(document));

  part(() => {
    const choice = document.querySelector('[data-theme-choice]');
    const now = root.dataset['theme'] ?? '';
    choice?.querySelectorAll<HTMLInputElement>('input').forEach((input) => {
      input.checked = input.value === now;
      input.addEventListener('change', () => {
        if (input.value) root.dataset['theme'] = input.value;
        else delete root.dataset['theme'];
        keep('theme', input.value);
      });
    });
  });

  part(() => {
    const today = new Date().toISOString().slice(0, 10);
    document.querySelectorAll<HTMLElement>('[data-review-by]').forEach((note) => {
      if ((note.dataset['reviewBy'] ?? '') >= today) return;
      const due = note.querySelector<HTMLElement>('[data-due]');
      if (due) due.hidden = false;
      note.querySelector('[data-read]')?.remove();
    });
  });

  part(() => {
    // The page with the choice of language goes on to the one chosen last time; `#choose` asks again.
    const base = root.dataset['choose'];
    if (base === undefined || location.hash.endsWith('#choose')) return;
    const lang = recall('lang');
    const link = document.querySelector<HTMLAnchorElement>(`a[data-lang="${CSS.escape(lang)}"]`);
    if (lang && link) location.replace(link.href);
  });

  part(() => {
    // My progress opens with the path that was looked at last.
    const role = document.querySelector<HTMLElement>('[data-role]')?.dataset['role'];
    if (role) keep('role', role);
  });

  part(() => document.querySelectorAll<HTMLElement>('[data-lesson-mark]').forEach(startLessonMark));

  part(() => {
    if (!document.querySelector('[data-marks]') || !mayHaveRecord()) return;
    import('./marks.ts').then((marks) => marks.showMarks(document)).catch(() => undefined);
  });
}

part(() => {
  // Only where a worker of ours answers; `serviceWorker` is missing on plain http.
  if (!(navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker?.controller)
    return;
  const { base = '/', locale = 'en' } = root.dataset;
  import('../offline/kept.ts').then((kept) => kept.showKept(base, locale)).catch(() => undefined);
});

startPage();
onPageChange(startPage);
