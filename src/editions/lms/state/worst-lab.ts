import { createActor } from 'xstate';
import type { Answer, Slot } from '../../../domain/sheet.ts';
import { fieldsOf, type DeskShape } from '../../../labs/desk/shape.ts';
import { findingMachine, type FindingInput } from '../../../machines/finding.ts';
import { deskMachine } from '../../../machines/lab-desk.ts';
import { worksheetMachine } from '../../../machines/lab-worksheet.ts';
import { LONGEST_TOKEN } from './values.ts';

/** What the page of a lab with sheets tells its machines; see `src/islands/lab/worksheet.ts` and `desk.ts`. */
export interface SheetLab {
  readonly sheets: readonly {
    readonly id: string;
    readonly step: 'half-done' | 'own';
    readonly slots: readonly { readonly slot: Slot }[];
  }[];
  readonly finding: FindingInput;
  readonly desk?: DeskShape;
}

/** Own words are not written where room is short, however many there are. */
const OWN_WORDS = 'The words of a learner about the case. '.repeat(15);

/**
 * The largest state in which a lab with sheets can be left: everything filled in, wrong at first, both hints taken,
 * the form of its desk written to the end and tried, the finding checked. As it is stored, in plain JSON.
 */
export function worstLab({ sheets, finding, desk }: SheetLab): unknown {
  return JSON.parse(
    JSON.stringify({
      stamp: '0a1b2c3d',
      lab: fullSheets(sheets),
      finding: fullFinding(finding),
      more: desk ? { desk: fullDesk(desk) } : {},
    }),
  );
}

function fullSheets(sheets: SheetLab['sheets']): unknown {
  const shapes = sheets.map(({ id, step, slots }) => ({
    ...{ id, step },
    slots: slots.map(({ slot }) => slot),
  }));
  const actor = createActor(worksheetMachine(shapes)).start();
  actor.send({ type: 'read' });
  for (const { id: sheet, slots } of shapes) {
    for (const slot of slots) {
      actor.send({ type: 'answer', sheet, slot: slot.id, answer: longestAnswer(slot) });
    }
    actor.send({ type: 'hint', sheet });
    actor.send({ type: 'hint', sheet });
    actor.send({ type: 'check', sheet });
  }
  return actor.getPersistedSnapshot();
}

/** An answer that takes as much room as any. */
function longestAnswer(slot: Slot): Answer {
  switch (slot.kind) {
    case 'choice':
      return slot.options.find((option) => option !== slot.correct) ?? slot.correct;
    case 'several':
      return slot.options;
    case 'order':
      return [...slot.options].reverse();
    case 'number':
      return '-12345678901234.5';
    case 'text':
      return slot.as === 'utc' ? '2026-11-27 23:59:59.123 +02:00' : 'x'.repeat(LONGEST_TOKEN);
  }
}

function fullDesk(shape: DeskShape): unknown {
  const actor = createActor(deskMachine, { input: shape }).start();
  for (const { id: field, kind, options, most, notKnown } of fieldsOf(shape)) {
    const picked = kind === 'several' ? options : options.slice(0, 1);
    const text = kind === 'free' ? OWN_WORDS.slice(0, most) : '';
    const entry = { picked, text, ...(notKnown && { notKnown: OWN_WORDS }) };
    actor.send({ type: 'enter', field, entry });
  }
  actor.send({ type: 'send' });
  return actor.getPersistedSnapshot();
}

function fullFinding(accepts: FindingInput): unknown {
  const actor = createActor(findingMachine, { input: accepts }).start();
  for (const [field, options] of Object.entries(accepts)) {
    actor.send({ type: 'fill', field, option: options[options.length - 1] ?? '' });
  }
  actor.send({ type: 'checkFinding' });
  return actor.getPersistedSnapshot();
}
