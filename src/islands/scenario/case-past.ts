import { createActor } from 'xstate';
import type { Scenario } from '../../domain/scenario.ts';
import { compileScenario, placeOf } from '../../machines/scenario-machine.ts';
import { eventsTo, readMemory, type ScenarioMemory } from '../../machines/scenario-memory.ts';

/** A memory counts only when every decision in it can be taken again. */
export function findLeft(saved: unknown, scenario: Scenario): ScenarioMemory | undefined {
  const memory = readMemory(saved);
  if (!memory || !scenario.roles.includes(memory.role)) return undefined;
  const actor = createActor(compileScenario(scenario, memory.role)).start();
  const fits = eventsTo(scenario, memory).every((event) => {
    const can = actor.getSnapshot().can(event);
    actor.send(event);
    return can;
  });
  actor.stop();
  return fits && placeOf(actor.getSnapshot()).kind === memory.place ? memory : undefined;
}
