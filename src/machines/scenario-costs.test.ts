import { expect, test } from 'vitest';
import { AXES } from '../domain/roles.ts';
import { costFindings, type ScenarioCosts } from './scenario-costs.ts';
import { ladderCase } from './scenario.fixture.ts';

type Loose = {
  nodes: Record<string, { options: Record<string, { open: Record<string, string> }> }>;
};

/** A sentence for every line that the ladder case leaves open. */
function costs(): Loose {
  const nodes: Loose['nodes'] = {};
  for (const [node, { options }] of Object.entries(ladderCase().nodes)) {
    nodes[node] = { options: {} };
    for (const [option, { axes }] of Object.entries(options)) {
      const open = AXES.filter((axis) => axes[axis] === 'open').map((axis) => [
        axis,
        'It cost a day.',
      ]);
      nodes[node].options[option] = { open: Object.fromEntries(open) as Record<string, string> };
    }
  }
  return { nodes };
}

function findingsWith(node: string, option: string, open: Record<string, string>) {
  const loose = costs();
  Object.assign(loose.nodes[node]?.options[option] ?? {}, { open });
  return costFindings(ladderCase(), loose);
}

test('whole words have nothing wrong with them', () => {
  expect(costFindings(ladderCase(), costs() as ScenarioCosts)).toEqual([]);
});

test('an open line without its sentence is found', () => {
  expect(findingsWith('t4', 'priced', {})).toEqual([
    { kind: 'cost-missing', node: 't4', option: 'priced', axis: 'law' },
  ]);
});

test('a sentence for a line that held is found', () => {
  expect(findingsWith('t4', 'careful', { child: 'It cost a day.' })).toEqual([
    { kind: 'cost-extra', node: 't4', option: 'careful', axis: 'child' },
  ]);
});

test('an option without words is left to the rule about missing words', () => {
  const loose = costs();
  delete loose.nodes['t4'];
  expect(costFindings(ladderCase(), loose as ScenarioCosts)).toEqual([]);
});
