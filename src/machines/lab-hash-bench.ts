import { setup } from './setup.ts';
import { assign } from 'xstate';

/** A place in the worked example's file: byte from the start, bit 0 (last) to 7 (first). */
export interface FlippedBit {
  readonly byte: number;
  readonly bit: number;
}

/** What the learner says about one row of the faulty log. Both parts are needed before it can be checked. */
export interface Mark {
  readonly fault?: string;
  readonly rating?: string;
}

/** What checking said about a marked row. */
export type Verdict = 'found' | 'other-fault' | 'sound';

/** What the bench is about: keys and truth only. */
export interface BenchInput {
  /** Length of the worked example's file in bytes. */
  readonly length: number;
  /** The bit that the worked example has turned over. */
  readonly start: FlippedBit;
  readonly statements: { readonly all: readonly string[]; readonly holding: readonly string[] };
  /** Row keys of the clean log. */
  readonly clean: readonly string[];
  readonly own: {
    readonly rows: readonly string[];
    /** For each faulty row: its fault. */
    readonly faults: Readonly<Record<string, string>>;
  };
}

interface Bench {
  readonly input: BenchInput;
  /** The bit that differs from the original; kept while the file is restored. */
  readonly flip: FlippedBit;
  readonly chosen: readonly string[];
  /** Statements sorted rightly when first checked. */
  readonly statementsAtFirst: number | undefined;
  readonly accused: readonly string[];
  /** Whether the first judgement of the clean log accused nobody. */
  readonly cleanAtFirst: boolean | undefined;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly hints: number;
}

/** Everything a learner can do at the bench. */
export type BenchEvent =
  | { type: 'flip'; byte: number; bit: number }
  | { type: 'putBack' }
  | { type: 'choose'; statement: string }
  | { type: 'checkStatements' }
  | { type: 'accuse'; row: string }
  | { type: 'judge' }
  | { type: 'mark'; row: string }
  | { type: 'nameFault'; row: string; fault: string }
  | { type: 'rate'; row: string; rating: string }
  | { type: 'checkRows' }
  | { type: 'hint' }
  | { type: 'showRest' }
  | { type: 'startOver' };

const toggled = (list: readonly string[], key: string): string[] =>
  list.includes(key) ? list.filter((each) => each !== key) : [...list, key];

const isComplete = (mark: Mark | undefined): boolean =>
  mark?.fault !== undefined && mark.rating !== undefined;

/** Verdicts after checking: rows found before stay found; marks without fault or rating are left alone. */
function verdictsOf({ marks, verdicts, input }: Bench): Record<string, Verdict> {
  const judged = Object.entries(marks)
    .filter(([, mark]) => isComplete(mark))
    .map(([row, mark]): [string, Verdict] => {
      const truth = input.own.faults[row];
      return [row, truth === undefined ? 'sound' : truth === mark.fault ? 'found' : 'other-fault'];
    });
  return { ...verdicts, ...Object.fromEntries(judged) };
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

/** Rows whose fault the learner has found, in the order of the log. */
export function foundRows({ input, verdicts }: Pick<Bench, 'input' | 'verdicts'>): string[] {
  return input.own.rows.filter((row) => verdicts[row] === 'found');
}

/** How many statements stand on the right side of the line: chosen and holding, or neither. */
export function sortedRightly({ input, chosen }: Pick<Bench, 'input' | 'chosen'>): number {
  const { all, holding } = input.statements;
  return all.filter((key) => chosen.includes(key) === holding.includes(key)).length;
}

/**
 * The hash bench. Its four parts stand on one page and never lock each other, so they are regions that run side
 * by side. It holds no words and computes no hash; the page does that with what the machine says about the file.
 */
export const hashBenchMachine = setup({
  types: {
    input: {} as BenchInput,
    context: {} as Bench,
    events: {} as BenchEvent,
  },
  guards: {
    isInFile: ({ context }, { byte, bit }: FlippedBit) =>
      Number.isInteger(byte) &&
      byte >= 0 &&
      byte < context.input.length &&
      Number.isInteger(bit) &&
      bit >= 0 &&
      bit <= 7,
    statementsHold: ({ context }) => sortedRightly(context) === context.input.statements.all.length,
    hasStatement: ({ context }) => context.chosen.length > 0,
    nobodyIsAccused: ({ context }) => context.accused.length === 0,
    isOpenRow: ({ context }, row: string) =>
      context.input.own.rows.includes(row) && context.verdicts[row] !== 'found',
    isMarked: ({ context }, row: string) =>
      context.marks[row] !== undefined && context.verdicts[row] !== 'found',
    hasMarkToCheck: ({ context }) =>
      Object.entries(context.marks).some(
        ([row, mark]) => isComplete(mark) && context.verdicts[row] !== 'found',
      ),
    everyFaultIsNamed: ({ context }) => {
      const verdicts = verdictsOf(context);
      return Object.keys(context.input.own.faults).every((row) => verdicts[row] === 'found');
    },
  },
  actions: {
    recordFlip: assign({ flip: (_, { byte, bit }: FlippedBit) => ({ byte, bit }) }),
    toggleStatement: assign({ chosen: ({ context }, key: string) => toggled(context.chosen, key) }),
    recordFirstSorting: assign({
      statementsAtFirst: ({ context }) => context.statementsAtFirst ?? sortedRightly(context),
    }),
    toggleAccusation: assign({
      accused: ({ context }, row: string) => toggled(context.accused, row),
    }),
    recordFirstJudgement: assign({
      cleanAtFirst: ({ context }) => context.cleanAtFirst ?? context.accused.length === 0,
    }),
    toggleMark: assign({
      marks: ({ context }, row: string) =>
        context.marks[row] ? withoutKey(context.marks, row) : { ...context.marks, [row]: {} },
      verdicts: ({ context }, row: string) => withoutKey(context.verdicts, row),
    }),
    setMark: assign({
      marks: ({ context }, { row, ...part }: Mark & { row: string }) => ({
        ...context.marks,
        [row]: { ...context.marks[row], ...part },
      }),
      verdicts: ({ context }, { row }: Mark & { row: string }) => withoutKey(context.verdicts, row),
    }),
    judgeMarks: assign({ verdicts: ({ context }) => verdictsOf(context) }),
    countHint: assign({ hints: ({ context }) => context.hints + 1 }),
    clearLog: assign({ marks: {}, verdicts: {}, hints: 0 }),
  },
}).createMachine({
  id: 'hash-bench',
  context: ({ input }) => ({
    input,
    flip: input.start,
    chosen: [],
    statementsAtFirst: undefined,
    accused: [],
    cleanAtFirst: undefined,
    marks: {},
    verdicts: {},
    hints: 0,
  }),
  type: 'parallel',
  states: {
    file: {
      initial: 'changed',
      on: {
        flip: {
          target: '.changed',
          guard: { type: 'isInFile', params: ({ event }) => event },
          actions: { type: 'recordFlip', params: ({ event }) => event },
        },
      },
      states: {
        changed: { on: { putBack: 'original' } },
        original: {},
      },
    },
    statements: {
      initial: 'choosing',
      on: {
        choose: {
          target: '.choosing',
          actions: { type: 'toggleStatement', params: ({ event }) => event.statement },
        },
      },
      states: {
        choosing: {
          on: {
            checkStatements: [
              { guard: 'statementsHold', target: 'right', actions: 'recordFirstSorting' },
              { guard: 'hasStatement', target: 'wrong', actions: 'recordFirstSorting' },
            ],
          },
        },
        wrong: {},
        right: {},
      },
    },
    clean: {
      initial: 'reading',
      on: {
        accuse: {
          target: '.reading',
          actions: { type: 'toggleAccusation', params: ({ event }) => event.row },
        },
      },
      states: {
        reading: {
          on: {
            judge: [
              { guard: 'nobodyIsAccused', target: 'agreed', actions: 'recordFirstJudgement' },
              { target: 'accusing', actions: 'recordFirstJudgement' },
            ],
          },
        },
        accusing: {},
        agreed: {},
      },
    },
    own: {
      initial: 'marking',
      on: { startOver: { target: '.marking', actions: 'clearLog' } },
      states: {
        marking: {
          on: {
            mark: {
              guard: { type: 'isOpenRow', params: ({ event }) => event.row },
              actions: { type: 'toggleMark', params: ({ event }) => event.row },
            },
            nameFault: {
              guard: { type: 'isMarked', params: ({ event }) => event.row },
              actions: {
                type: 'setMark',
                params: ({ event }) => ({ row: event.row, fault: event.fault }),
              },
            },
            rate: {
              guard: { type: 'isMarked', params: ({ event }) => event.row },
              actions: {
                type: 'setMark',
                params: ({ event }) => ({ row: event.row, rating: event.rating }),
              },
            },
            checkRows: [
              { guard: 'everyFaultIsNamed', target: 'solved', actions: 'judgeMarks' },
              { guard: 'hasMarkToCheck', actions: 'judgeMarks' },
            ],
            hint: { actions: 'countHint' },
            showRest: 'shown',
          },
        },
        solved: {},
        shown: {},
      },
    },
  },
});
