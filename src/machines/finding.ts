import { assign } from 'xstate';
import { setup } from './setup.ts';

/** For each field of the finding: the options that hold, the model one first. */
export type FindingInput = Readonly<Record<string, readonly string[]>>;

interface Finding {
  readonly accepts: FindingInput;
  readonly fields: Readonly<Record<string, string>>;
}

/** Everything a learner can do with the finding. */
export type FindingEvent =
  { type: 'fill'; field: string; option: string } | { type: 'checkFinding' };

const holds = ({ accepts, fields }: Finding, field: string): boolean =>
  accepts[field]?.includes(fields[field] ?? '') ?? false;

/** Fields that are filled with something that does not hold, or not at all. */
export function failingFields(finding: Finding): string[] {
  return Object.keys(finding.accepts).filter((field) => !holds(finding, field));
}

/** The end of every lab: a finding with its limit, filled from lists, checked as a whole. It holds no words. */
export const findingMachine = setup({
  types: {
    input: {},
    context: {} as Finding,
    events: {} as FindingEvent,
  },
  guards: {
    isField: ({ context }, field: string) => field in context.accepts,
    everyFieldIsFilled: ({ context }) =>
      Object.keys(context.accepts).every((field) => context.fields[field]),
    findingHolds: ({ context }) => failingFields(context).length === 0,
  },
  actions: {
    fillField: assign({
      fields: ({ context }, { field, option }: { field: string; option: string }) => ({
        ...context.fields,
        [field]: option,
      }),
    }),
  },
}).createMachine({
  id: 'finding',
  context: ({ input }) => ({ accepts: input, fields: {} }),
  initial: 'writing',
  on: {
    fill: {
      target: '.writing',
      guard: { type: 'isField', params: ({ event }) => event.field },
      actions: { type: 'fillField', params: ({ event }) => event },
    },
  },
  states: {
    writing: {
      on: {
        checkFinding: [
          { guard: 'findingHolds', target: 'holding' },
          { guard: 'everyFieldIsFilled', target: 'failing' },
        ],
      },
    },
    failing: {},
    holding: {},
  },
});
