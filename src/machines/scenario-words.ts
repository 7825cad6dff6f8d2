import { AXES } from '../domain/roles.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { OptionLine } from './scenario-shape.ts';

/** The part of a words file that has to agree with the graph. `scenario.<lang>.yaml` is read into this shape. */
export interface ScenarioWordKeys {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly options: Readonly<
          Record<string, { readonly open: Readonly<Partial<Record<OptionLine['axis'], string>>> }>
        >;
      }
    >
  >;
  readonly endings: Readonly<Record<string, unknown>>;
}

/** One place where words and graph do not agree. */
export type ScenarioWordFinding =
  | { readonly kind: 'words-missing' | 'words-extra'; readonly node: string; readonly option?: string }
  | { readonly kind: 'words-missing' | 'words-extra'; readonly ending: string }
  /** The decision leaves a line open, and no sentence says what it cost. */
  | ({ readonly kind: 'cost-missing' } & OptionLine)
  /** A sentence says what it cost, and the line held. */
  | ({ readonly kind: 'cost-extra' } & OptionLine);

/** Compares a words file with the graph: every node, option and ending has words, every open line its sentence. */
export function wordFindings(scenario: Scenario, words: ScenarioWordKeys): ScenarioWordFinding[] {
  const nodes = pairUp(scenario.nodes, words.nodes);
  const endings = pairUp(scenario.endings, words.endings);
  return [
    ...nodes.missing.map((node) => ({ kind: 'words-missing', node }) as const),
    ...nodes.extra.map((node) => ({ kind: 'words-extra', node }) as const),
    ...nodes.both.flatMap((node) => optionFindings(scenario, words, node)),
    ...endings.missing.map((ending) => ({ kind: 'words-missing', ending }) as const),
    ...endings.extra.map((ending) => ({ kind: 'words-extra', ending }) as const),
  ];
}

function optionFindings(
  scenario: Scenario,
  words: ScenarioWordKeys,
  node: string,
): ScenarioWordFinding[] {
  const spine = scenario.nodes[node]?.options ?? {};
  const told = words.nodes[node]?.options ?? {};
  const { missing, extra, both } = pairUp(spine, told);
  return [
    ...missing.map((option) => ({ kind: 'words-missing', node, option }) as const),
    ...extra.map((option) => ({ kind: 'words-extra', node, option }) as const),
    ...both.flatMap((option) =>
      AXES.flatMap((axis): ScenarioWordFinding[] => {
        const open = spine[option]?.axes[axis] === 'open';
        const sentence = told[option]?.open[axis] !== undefined;
        if (open === sentence) return [];
        return [{ kind: open ? 'cost-missing' : 'cost-extra', node, option, axis }];
      }),
    ),
  ];
}

function pairUp(
  wanted: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): { missing: string[]; extra: string[]; both: string[] } {
  return {
    missing: Object.keys(wanted).filter((key) => !(key in found)),
    extra: Object.keys(found).filter((key) => !(key in wanted)),
    both: Object.keys(wanted).filter((key) => key in found),
  };
}
