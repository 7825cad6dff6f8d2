import { assign, type SnapshotFrom } from 'xstate';
import {
  fitsSlot,
  judgeSlot,
  slotUnready,
  type Answer,
  type Slot,
  type Verdict,
} from '../domain/sheet.ts';
import { setup } from './setup.ts';

/** A sheet of the lab: what the learner still has to fill in. Keys and truth only. */
export interface SheetShape {
  readonly id: string;
  readonly step: 'half-done' | 'own';
  readonly slots: readonly Slot[];
}

interface SlotPlace {
  readonly sheet: string;
  readonly slot: string;
}

interface GivenAnswer extends SlotPlace {
  readonly answer: Answer;
}

interface Worksheet {
  /** By sheet, then by slot. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, Verdict>>>>;
  /** What the first check of each slot said. It never changes: the record tells how far the learner came alone. */
  readonly first: Readonly<Record<string, Readonly<Record<string, Verdict>>>>;
  readonly hints: Readonly<Record<string, number>>;
}

/** Everything a learner can do on the sheets. */
export type WorksheetEvent =
  | { type: 'read' }
  | ({ type: 'answer' } & GivenAnswer)
  | { type: 'check'; sheet: string }
  | { type: 'hint'; sheet: string }
  | { type: 'show'; sheet: string }
  | { type: 'again'; sheet: string };

/** Hints of a sheet. */
const HINTS = 2;
/** The region of the worked example. No sheet may be called so. */
const EXAMPLE = 'example';

/** Verdicts on everything that can be checked now; slots that are empty or unreadable stay without one. */
function verdictsOf({ answers }: Worksheet, { id, slots }: SheetShape): Record<string, Verdict> {
  return Object.fromEntries(
    slots.flatMap((slot): [string, Verdict][] => {
      const answer = answers[id]?.[slot.id];
      return answer === undefined || slotUnready(slot, answer)
        ? []
        : [[slot.id, judgeSlot(slot, answer)]];
    }),
  );
}

const isGood = (verdict: Verdict | undefined): boolean =>
  verdict === 'right' || verdict === 'defensible';

const worksheet = setup({
  types: { context: {} as Worksheet, events: {} as WorksheetEvent },
  guards: {
    isFor: (_, { sheet, mine }: { sheet: string; mine: SheetShape }) => sheet === mine.id,
    isAnswer: (_, { event, mine }: { event: GivenAnswer; mine: SheetShape }) => {
      const slot = mine.slots.find(({ id }) => id === event.slot);
      return event.sheet === mine.id && slot !== undefined && fitsSlot(slot, event.answer);
    },
    isSolved: ({ context }, { sheet, mine }: { sheet: string; mine: SheetShape }) => {
      const verdicts = verdictsOf(context, mine);
      return sheet === mine.id && mine.slots.every(({ id }) => isGood(verdicts[id]));
    },
    hasHintLeft: ({ context }, { sheet, mine }: { sheet: string; mine: SheetShape }) =>
      sheet === mine.id && (context.hints[sheet] ?? 0) < HINTS,
  },
  actions: {
    setAnswer: assign({
      answers: ({ context }, { sheet, slot, answer }: GivenAnswer) => ({
        ...context.answers,
        [sheet]: { ...context.answers[sheet], [slot]: answer },
      }),
      verdicts: ({ context }, { sheet, slot }: GivenAnswer) => ({
        ...context.verdicts,
        [sheet]: Object.fromEntries(
          Object.entries(context.verdicts[sheet] ?? {}).filter(([each]) => each !== slot),
        ),
      }),
    }),
    judge: assign({
      verdicts: ({ context }, mine: SheetShape) => ({
        ...context.verdicts,
        [mine.id]: verdictsOf(context, mine),
      }),
      first: ({ context }, mine: SheetShape) => ({
        ...context.first,
        [mine.id]: { ...verdictsOf(context, mine), ...context.first[mine.id] },
      }),
    }),
    countHint: assign({
      hints: ({ context }, sheet: string) => ({
        ...context.hints,
        [sheet]: (context.hints[sheet] ?? 0) + 1,
      }),
    }),
    clearSheet: assign({
      answers: ({ context }, sheet: string) => ({ ...context.answers, [sheet]: {} }),
      verdicts: ({ context }, sheet: string) => ({ ...context.verdicts, [sheet]: {} }),
      hints: ({ context }, sheet: string) => ({ ...context.hints, [sheet]: 0 }),
    }),
  },
});

function sheetRegion(mine: SheetShape) {
  return worksheet.createStateConfig({
    initial: 'open',
    on: {
      again: {
        target: '.open',
        guard: { type: 'isFor', params: ({ event }) => ({ sheet: event.sheet, mine }) },
        actions: { type: 'clearSheet', params: mine.id },
      },
    },
    states: {
      open: {
        on: {
          answer: {
            guard: { type: 'isAnswer', params: ({ event }) => ({ event, mine }) },
            actions: { type: 'setAnswer', params: ({ event }) => event },
          },
          check: [
            {
              target: 'solved',
              guard: { type: 'isSolved', params: ({ event }) => ({ sheet: event.sheet, mine }) },
              actions: { type: 'judge', params: mine },
            },
            {
              guard: { type: 'isFor', params: ({ event }) => ({ sheet: event.sheet, mine }) },
              actions: { type: 'judge', params: mine },
            },
          ],
          hint: {
            guard: { type: 'hasHintLeft', params: ({ event }) => ({ sheet: event.sheet, mine }) },
            actions: { type: 'countHint', params: mine.id },
          },
          show: {
            target: 'shown',
            guard: { type: 'isFor', params: ({ event }) => ({ sheet: event.sheet, mine }) },
            actions: { type: 'judge', params: mine },
          },
        },
      },
      solved: {},
      shown: {},
    },
  });
}

/**
 * The machine of a worksheet lab. Its sheets stand on one page and never lock each other, so each is a region of
 * its own, made from the lab's data: `open` until every slot is right or defensible (`solved`) or the answers were
 * asked for (`shown`). It holds no words.
 */
export function worksheetMachine(sheets: readonly SheetShape[]) {
  return worksheet.createMachine({
    id: 'worksheet',
    type: 'parallel',
    context: { answers: {}, verdicts: {}, first: {}, hints: {} },
    states: {
      [EXAMPLE]: worksheet.createStateConfig({
        initial: 'unread',
        states: { unread: { on: { read: 'read' } }, read: {} },
      }),
      ...Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetRegion(sheet)])),
    },
  });
}

export type WorksheetMachine = ReturnType<typeof worksheetMachine>;
export type WorksheetSnapshot = SnapshotFrom<WorksheetMachine>;

/** Where a sheet stands. */
export type SheetState = 'open' | 'solved' | 'shown';

/** The state of one sheet. */
export function sheetState(now: WorksheetSnapshot, sheet: string): SheetState {
  return ((now.value as Record<string, string>)[sheet] ?? 'open') as SheetState;
}

/** Whether the learner has said that the worked example is read. */
export function exampleIsRead(now: WorksheetSnapshot): boolean {
  return (now.value as Record<string, string>)[EXAMPLE] === 'read';
}

/** How many slots of a sheet were right or defensible when first checked. */
export function rightAtFirst(now: WorksheetSnapshot, sheet: string): number {
  return Object.values(now.context.first[sheet] ?? {}).filter(isGood).length;
}
