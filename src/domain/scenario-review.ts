import { AXES, type Axis } from './roles.ts';
import { endingOf, optionOf, type Choice, type Effect, type Scenario } from './scenario.ts';

/** What the review of a finished case shows. Nothing in it is a sum: the three lines stand side by side. */
export interface ScenarioReview {
  /** One effect per decision, in the order of the trail, for each of the three lines. */
  readonly lines: readonly { readonly axis: Axis; readonly effects: readonly Effect[] }[];
  /** Every decision was sound, and still the case did not come to its good ending. */
  readonly badThoughSound: boolean;
  /** Index of the decision that is offered first for another try: the last one that left a line open, else the last. */
  readonly retry: number;
}

/** Looks back on a trail. Choices that the case does not have count as held and sound, so that old trails can be shown. */
export function reviewOf(scenario: Scenario, trail: readonly Choice[]): ScenarioReview {
  const options = trail.map((choice) => optionOf(scenario, choice));
  const sound = options.map((option) => option?.sound ?? true);
  const costly = options.map((option) => AXES.some((axis) => option?.axes[axis] === 'open'));
  const ending = endingOf(scenario, trail) ?? '';
  const lastCostly = costly.lastIndexOf(true);
  return {
    lines: AXES.map((axis) => ({
      axis,
      effects: options.map((option) => option?.axes[axis] ?? 'held'),
    })),
    badThoughSound: sound.every(Boolean) && scenario.endings[ending]?.good !== true,
    retry: lastCostly >= 0 ? lastCostly : trail.length - 1,
  };
}
