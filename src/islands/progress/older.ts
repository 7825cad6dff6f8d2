import { olderEntries, withOlder, type OlderEntry } from '../../domain/older.ts';
import type { Progress } from '../../progress/progress.ts';
import { olderKey } from '../../progress/snapshots.ts';
import type { UiWords } from '../words.ts';
import type { Recorder } from './record.ts';

/** A part of a course whose half-finished work may come from an older version of it. */
export interface OlderWork {
  readonly kind: 'lab' | 'case';
  /** The key of the part's snapshot. */
  readonly key: string;
  /** The snapshot, or the part of it, that does not fit any more; `undefined` when all fits. */
  readonly dropped?: unknown;
  /** True when nothing else stands under the key, so that it can go once its words are safe. */
  readonly whole?: boolean;
}

/**
 * Puts what a learner had typed and chosen in an older version under a key of its own, where no later save reaches
 * it, and offers it at the head of the page until the learner throws it away. Resolves when it is stored, or when
 * the page has said that it could not be. Never rejects.
 */
export async function keepOlder(
  progress: Progress,
  recorder: Recorder,
  ui: UiWords,
  { kind, key, dropped, whole = false }: OlderWork,
): Promise<void> {
  const aside = olderKey(key);
  const before = await progress.loadSnapshot(aside).catch(() => undefined);
  const fresh = olderEntries(dropped)
    .map((entry) => lineOf(entry, ui))
    .join('\n');
  const text = withOlder(before, fresh);
  const safe = !fresh || (await recorder.saveSnapshot(aside, text));
  if (safe && whole && dropped !== undefined) await recorder.dropSnapshot(key);
  const place = document.querySelector<HTMLElement>('[data-older]');
  const told = place?.querySelector('p');
  if (!place || !told || (text === '' && dropped === undefined)) return;
  place.classList.add('notice');
  // On later visits only the words are still there.
  told.textContent = dropped === undefined ? '' : ui(`older.${kind}`);
  if (text === '') return;
  const { showOlder } = await import('./older-view.ts');
  place.replaceChildren(told);
  showOlder(place, {
    ui,
    text,
    file: `custodia-${key.replace(/\W+/g, '-')}.txt`,
    ondrop: () => recorder.dropSnapshot(aside),
  });
}

/** One entry as a line, in the words of the page where it still has them, else in the keys themselves. */
function lineOf({ path, values }: OlderEntry, ui: UiWords): string {
  const [first = ''] = path;
  const last = path[path.length - 1] ?? '';
  const root = (isKey(first) && document.querySelector(`[data-sheet="${first}"]`)) || document;
  // A question that is asked of each card is called by the card and the field.
  const [card = '', field = last] = last.split('.');
  const names = [wordOf(root, `title.${card}`), wordOf(root, `label.${field}`)].filter(Boolean);
  const label =
    names.length > 0
      ? names.join(' · ')
      : wordOf(root, `label.${first}`) ||
        wordOf(root, `${first}.title`) ||
        wordOf(root, 'label', `[data-field="${first}"]`) ||
        path.join(' · ');
  const texts = values.map(
    (value) =>
      wordOf(root, `option.${field}.${value}`) ||
      wordOf(root, `option.${value}`) ||
      wordOf(root, 'option', `[data-field="${first}"] [data-option="${value}"]`) ||
      value,
  );
  return `${label}${ui('mark.colon')}${texts.join(' · ')}`;
}

/** Keys go into selectors; what a learner typed does not. */
const isKey = (text: string): boolean => /^[\w.-]{1,80}$/.test(text);

function wordOf(root: ParentNode, name: string, within = ''): string {
  if (!isKey(name) || !/^[\w.="\-[\] ]*$/.test(within)) return '';
  const found = root.querySelector(`${within} [data-w="${name}"]`);
  return (found?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
