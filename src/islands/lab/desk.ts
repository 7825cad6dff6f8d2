import type { ActorRefFrom } from 'xstate';
import { finishedLabStep, type StatementDraft } from '../../domain/statement.ts';
import type { DeskShape } from '../../labs/desk/shape.ts';
import { deskMachine, type DeskSnapshot } from '../../machines/lab-desk.ts';
import { onPageChange } from '../../progress/page-change.ts';
import type { LabSession } from './session.ts';
import { openWorksheet, type WorksheetPage } from './worksheet.ts';

/** The page of a desk: a worksheet's, for grading the forms that came in, and the desk itself. */
export interface DeskPageData extends WorksheetPage {
  readonly desk: DeskShape;
}

/** The one desk of a page. */
export interface DeskSession {
  readonly lab: LabSession;
  readonly desk: ActorRefFrom<typeof deskMachine>;
}

/** The record of a form that has just been accepted, in whole or in part: the points it held at first. No words of it are stored. */
export function recordedForm(
  before: DeskSnapshot,
  now: DeskSnapshot,
  { course, lab }: { readonly course: string; readonly lab: string },
): StatementDraft[] {
  const { shape, reply, first } = now.context;
  const kind = shape.replies.find(({ id }) => id === reply)?.kind;
  if (!now.matches('answered') || before.matches('answered')) return [];
  if (kind !== 'accepted' && kind !== 'partly') return [];
  return [
    finishedLabStep({ course, lab, step: 'own', right: first ?? 0, of: shape.points.length }),
  ];
}

let opened: Promise<DeskSession> | undefined;
onPageChange(() => (opened = undefined));

/** The desk of this page, resumed where the learner left it. */
export function openDesk(): Promise<DeskSession> {
  opened ??= openWorksheet().then((lab) => {
    const page = lab.page as DeskPageData;
    const desk = lab.add('desk', deskMachine, page.desk);
    let before = desk.getSnapshot();
    desk.subscribe((now) => {
      const drafts = recordedForm(before, now, page);
      before = now;
      for (const draft of drafts) void lab.recorder.record(draft);
    });
    return { lab, desk };
  });
  return opened;
}
