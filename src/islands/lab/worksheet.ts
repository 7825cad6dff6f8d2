import type { ActorRefFrom } from 'xstate';
import type { Slot } from '../../domain/sheet.ts';
import { finishedLabStep, type StatementDraft } from '../../domain/statement.ts';
import {
  exampleIsRead,
  rightAtFirst,
  sheetState,
  worksheetMachine,
  type WorksheetMachine,
  type WorksheetSnapshot,
} from '../../machines/lab-worksheet.ts';
import { labOpener, type LabPage, type Session } from './session.ts';

/** A slot that is still to be filled in, with where its words stand. */
export interface OpenSlot {
  readonly slot: Slot;
  readonly field: string;
  readonly card?: string;
}

/** The page of a worksheet: its sheets with something to fill in. */
export interface WorksheetPage extends LabPage {
  readonly sheets: readonly {
    readonly id: string;
    readonly step: 'half-done' | 'own';
    readonly slots: readonly OpenSlot[];
  }[];
}

/** The one worksheet of a page; its islands share it. */
export interface WorksheetSession extends Session<WorksheetPage, WorksheetMachine> {
  readonly actor: ActorRefFrom<WorksheetMachine>;
}

/** The records of what has just been finished: the example when it is read, a step with the last of its sheets. */
export function recordedSteps(
  before: WorksheetSnapshot,
  now: WorksheetSnapshot,
  { page: { course, lab, sheets } }: { readonly page: WorksheetPage },
): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  if (exampleIsRead(now) && !exampleIsRead(before))
    drafts.push(finishedLabStep({ course, lab, step: 'example', right: 1, of: 1 }));
  for (const step of ['half-done', 'own'] as const) {
    const own = sheets.filter((sheet) => sheet.step === step);
    const isDone = (snapshot: WorksheetSnapshot): boolean =>
      own.length > 0 && own.every(({ id }) => sheetState(snapshot, id) !== 'open');
    if (!isDone(now) || isDone(before)) continue;
    drafts.push(
      finishedLabStep({
        course,
        lab,
        step,
        right: own.reduce((sum, { id }) => sum + rightAtFirst(now, id), 0),
        of: own.reduce((sum, { slots }) => sum + slots.length, 0),
      }),
    );
  }
  return drafts;
}

/** The worksheet of this page. */
export const openWorksheet: () => Promise<WorksheetSession> = labOpener<
  WorksheetPage,
  WorksheetMachine
>({
  machineOf: ({ sheets }) => ({
    machine: worksheetMachine(
      sheets.map(({ id, step, slots }) => ({ id, step, slots: slots.map(({ slot }) => slot) })),
    ),
    input: undefined,
  }),
  record: recordedSteps,
});
