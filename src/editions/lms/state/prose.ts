import { withOlder } from '../../../domain/older.ts';
import { olderKey } from '../../../progress/snapshots.ts';
import type { CourseModel } from '../model.ts';
import { DamagedBits } from './bits.ts';
import type { Folded, KeptProse } from './folded.ts';
import { memoryOf } from './snapshots.ts';

/** The snapshots of a course: key in the store, name of the part. */
type Names = readonly (readonly [key: string, name: string])[];

/**
 * Texts that stand in a snapshot begin with `~`: they are not kept by a press of Keep, but go with the case. Those
 * that begin with two were entered in an older version of a part.
 */
export function proseOf(
  {
    folded,
    snapshots,
  }: { readonly folded: Folded; readonly snapshots: Readonly<Record<string, unknown>> },
  names: Names,
): KeptProse[] {
  const key = names.find(([, name]) => name === 'case')?.[0] ?? '';
  const reasons = memoryOf(snapshots[key])?.reasons ?? {};
  return [
    ...names.flatMap(([each, name]) => {
      const text = snapshots[olderKey(each)];
      return typeof text === 'string' ? [{ id: `~~${name}`, day: '', text }] : [];
    }),
    ...Object.entries(reasons).map(([node, text]) => ({ id: `~${node}`, day: '', text })),
    ...folded.prose,
  ];
}

/** The reasons that belong to the case in the middle, by decision. */
export function reasonsIn(
  prose: readonly KeptProse[],
  model: CourseModel,
): Readonly<Record<string, string>> {
  const nodes = model.scenario?.nodes.map(({ id }) => id) ?? [];
  return Object.fromEntries(
    prose
      .filter(({ id }) => id.startsWith('~') && nodes.includes(id.slice(1)))
      .map(({ id, text }) => [id.slice(1), text]),
  );
}

/**
 * What was entered in older versions, as snapshots. The decisions of a case that has changed stay unread, but its
 * reasons are words of the learner: they come to what is offered on the page of the case.
 *
 * @param caseIsRead whether the case in the middle is of this version
 */
export function olderIn(
  prose: readonly KeptProse[],
  names: Names,
  caseIsRead: boolean,
): Readonly<Record<string, string>> {
  const reasons = prose
    .filter(({ id }) => /^~[^~]/.test(id))
    .map(({ text }) => text)
    .join('\n');
  return Object.fromEntries(
    names.flatMap(([key, name]) => {
      const before = prose.find(({ id }) => id === `~~${name}`)?.text;
      const text = withOlder(before, name === 'case' && !caseIsRead ? reasons : '');
      return text === '' ? [] : [[olderKey(key), text]];
    }),
  );
}

/** The texts that fit the room, the newest first, and how many characters did not. */
export function fittingProse(
  all: readonly KeptProse[],
  room: number,
): { kept: (readonly [string, string, string])[]; left: number } {
  const kept: (readonly [string, string, string])[] = [];
  let used = 0;
  let left = 0;
  // The newest first: when there is no room for all, the oldest stays out.
  for (const { id, day, text } of [...all].reverse()) {
    if (used + text.length > room) {
      left += text.length;
      continue;
    }
    used += text.length;
    kept.unshift([id, day, text]);
  }
  return { kept, left: room === 0 ? 0 : left };
}

/**
 * What comes back from an LMS is read as strictly as a file.
 *
 * @throws DamagedBits
 */
export function readProse(text: string): KeptProse[] {
  const data: unknown = JSON.parse(text);
  if (!Array.isArray(data)) throw new DamagedBits('The own texts are no list.');
  return data.map((entry: unknown) => {
    const [id, day, words] = (Array.isArray(entry) ? entry : []) as unknown[];
    if (typeof id !== 'string' || typeof day !== 'string' || typeof words !== 'string') {
      throw new DamagedBits('An own text is damaged.');
    }
    return { id, day, text: words };
  });
}
