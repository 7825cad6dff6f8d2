import { createMachine, type setup as xstateSetup } from 'xstate';

/**
 * XState's `setup` with `createMachine` and `createStateConfig` only, and all its types. XState's own also hands out
 * every action it has (log, send, spawn, cancel, enqueue), and with them 0.8 kB to every page with a question.
 */
export const setup = (({ actors, actions, guards, delays }: Parts) => ({
  createStateConfig: (config: unknown) => config,
  createMachine: (config: Parameters<typeof createMachine>[0]) =>
    createMachine(config, { actors, actions, guards, delays } as never),
})) as unknown as typeof xstateSetup;

/** What a machine is set up with; `xstateSetup` checks it for the caller. */
type Parts = Readonly<Partial<Record<'actors' | 'actions' | 'guards' | 'delays', unknown>>>;
