import { expect, test } from 'vitest';
import { AXES } from '../domain/roles.ts';
import { ladderCase } from './scenario.fixture.ts';
import { wordFindings, type ScenarioWordKeys } from './scenario-words.ts';

type Loose = {
  nodes: Record<string, { options: Record<string, { open: Record<string, string> }> }>;
  endings: Record<string, unknown>;
};

/** Words for the whole ladder case. */
function words(): Loose {
  const scenario = ladderCase();
  return {
    nodes: Object.fromEntries(
      Object.entries(scenario.nodes).map(([node, { options }]) => [
        node,
        {
          options: Object.fromEntries(
            Object.entries(options).map(([option, { axes }]) => [
              option,
              {
                open: Object.fromEntries(
                  AXES.filter((axis) => axes[axis] === 'open').map((axis) => [axis, 'It cost a day.']),
                ),
              },
            ]),
          ),
        },
      ]),
    ),
    endings: Object.fromEntries(Object.keys(scenario.endings).map((ending) => [ending, 'words'])),
  };
}

test('whole words have nothing wrong with them', () => {
  expect(wordFindings(ladderCase(), words() as ScenarioWordKeys)).toEqual([]);
});

const open = { law: 'It cost a day.' };
test.each<[string, (loose: Loose) => void, object]>([
  ['a node without words', (each) => delete each.nodes['t4'], { kind: 'words-missing', node: 't4' }],
  ['words for no node', (each) => (each.nodes['t9'] = { options: {} }), { kind: 'words-extra', node: 't9' }],
  [
    'an option without words',
    (each) => delete each.nodes['t4']?.options['trap'],
    { kind: 'words-missing', node: 't4', option: 'trap' },
  ],
  [
    'words for no option',
    (each) => Object.assign(each.nodes['t4']?.options ?? {}, { fourth: { open: {} } }),
    { kind: 'words-extra', node: 't4', option: 'fourth' },
  ],
  [
    'an ending without words',
    (each) => delete each.endings['returned'],
    { kind: 'words-missing', ending: 'returned' },
  ],
  ['words for no ending', (each) => (each.endings['sold'] = ''), { kind: 'words-extra', ending: 'sold' }],
  [
    'an open line without its cost',
    (each) => Object.assign(each.nodes['t4']?.options['priced'] ?? {}, { open: {} }),
    { kind: 'cost-missing', node: 't4', option: 'priced', axis: 'law' },
  ],
  [
    'a cost for a line that held',
    (each) => Object.assign(each.nodes['t4']?.options['careful'] ?? {}, { open }),
    { kind: 'cost-extra', node: 't4', option: 'careful', axis: 'law' },
  ],
])('finds %s', (_, bend, finding) => {
  const loose = words();
  bend(loose);
  expect(wordFindings(ladderCase(), loose as ScenarioWordKeys)).toEqual([finding]);
});
