import { AXES, type Axis } from '../domain/roles.ts';
import type { Scenario } from '../domain/scenario.ts';

/** The part of a words file that says what a decision cost. `scenario.<lang>.yaml` is read into this shape. */
export interface ScenarioCosts {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly options: Readonly<
          Record<string, { readonly open: Readonly<Partial<Record<Axis, string>>> }>
        >;
      }
    >
  >;
}

/** A line whose sentence and whose effect do not agree. */
export interface CostFinding {
  /** `cost-missing`: left open, and nothing says what it cost. `cost-extra`: a sentence for a line that held. */
  readonly kind: 'cost-missing' | 'cost-extra';
  readonly node: string;
  readonly option: string;
  readonly axis: Axis;
}

/** Compares words with the graph: every open line has its sentence, and no other has. Options without words are left out. */
export function costFindings(scenario: Scenario, words: ScenarioCosts): CostFinding[] {
  return Object.entries(scenario.nodes).flatMap(([node, { options }]) =>
    Object.entries(options).flatMap(([option, { axes }]) => {
      const told = words.nodes[node]?.options[option];
      if (!told) return [];
      return AXES.filter((axis) => (axes[axis] === 'open') !== (told.open[axis] !== undefined)).map(
        (axis) => ({
          kind: axes[axis] === 'open' ? ('cost-missing' as const) : ('cost-extra' as const),
          node,
          option,
          axis,
        }),
      );
    }),
  );
}
