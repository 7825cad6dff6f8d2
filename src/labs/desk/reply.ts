import { cleanText } from '../../domain/machine-text.ts';
import type { Finding } from './lint.ts';
import { holds, type DeskReply, type DeskShape, type Draft } from './shape.ts';

/** The reply of the simulated desk: the first whose condition holds. Throws when the last one has a condition. */
export function replyTo(
  { replies }: Pick<DeskShape, 'replies'>,
  draft: Draft,
  findings: readonly Finding[],
): DeskReply {
  const reply = replies.find(
    ({ rules, notKnown = [], when }) =>
      (rules.length === 0 || findings.some(({ rule }) => rules.includes(rule))) &&
      (notKnown.length === 0 || notKnown.some((field) => draft[field]?.notKnown !== undefined)) &&
      holds(draft, when),
  );
  if (!reply) throw new Error('No reply fits this draft. Let the last reply have no condition.');
  return reply;
}

/** A reference of four digits made from the draft alone: the same form gets the same one on every screen. */
export function referenceOf(draft: Draft): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(cleanDraft(draft))) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return String(1000 + (hash % 9000));
}

/** The draft without what a copy brings along: odd spaces, direction marks, empty entries. */
export function cleanDraft(draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft)
      .map(
        ([field, { picked, text, notKnown }]) =>
          [
            field,
            {
              ...(picked && picked.length > 0 && { picked }),
              ...(text !== undefined && cleanText(text) !== '' && { text: cleanText(text) }),
              ...(notKnown !== undefined && { notKnown: cleanText(notKnown) }),
            },
          ] as const,
      )
      .filter(([, entry]) => Object.keys(entry).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
