import { costFindings, type CostFinding } from '../../machines/scenario-costs.ts';
import { proveScenario } from '../../machines/scenario-proof.ts';
import type { ScenarioFinding } from '../../machines/scenario-shape.ts';
import type { Pair } from '../library.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import type { ScenarioSpine, ScenarioWords } from '../schemas/scenario.ts';

/** Every case can be walked in every role, and a sound line can end badly. */
export const scenarioGraph: Rule = {
  names: [
    'scenario-node-unknown',
    'scenario-node-twice',
    'scenario-node-unreachable',
    'scenario-flag-unknown',
    'scenario-ending-unknown',
    'scenario-ending-unreachable',
    'scenario-no-way-out',
    'scenario-role-slots',
    'scenario-decision-count',
    'scenario-reason-count',
    'scenario-option-count',
    'scenario-nothing-to-decide',
    'scenario-good-ending',
    'scenario-sound-never-ends-badly',
    'scenario-sound-never-ends-well',
    'scenario-cost-missing',
    'scenario-cost-extra',
  ],
  about:
    'every case was walked in every role: all nodes and endings are reached, no way is without an ending, sound decisions can end well and badly, and every cost has its sentence',
  check: (library) =>
    library.courses.flatMap(({ scenario }) => (scenario ? scenarioProblems(scenario) : [])),
};

/** Everything that is wrong with one case. Files that could not be read are left out; they carry their own problems. */
function scenarioProblems(pair: Pair<ScenarioSpine, ScenarioWords>): Problem[] {
  const spine = pair.spine.data;
  if (!spine) return [];
  return [
    ...proveScenario(spine).findings.map((finding) => {
      const { path, message } = tellFinding(finding);
      return problemAt(`scenario-${finding.kind}`, pair.spine, path, message);
    }),
    ...Object.values(pair.words).flatMap((words) =>
      words.data
        ? costFindings(spine, words.data).map((finding) => {
            const { path, message } = tellCost(finding, pair.spine.file);
            return problemAt(`scenario-${finding.kind}`, words, path, message);
          })
        : [],
    ),
  ];
}

interface Told {
  readonly path: readonly PropertyKey[];
  /** What is wrong. What to do. */
  readonly message: string;
}

function tellFinding(finding: ScenarioFinding): Told {
  switch (finding.kind) {
    case 'node-unknown':
      return finding.role
        ? {
            path: ['role_nodes', finding.role],
            message: `The own nodes of the ${finding.role} name \`${finding.node}\`, which is not under \`nodes\`. Correct the spelling, or add the node.`,
          }
        : {
            path: ['sequence'],
            message: `The sequence names \`${finding.node}\`, which is not under \`nodes\`. Correct the spelling, or add the node.`,
          };
    case 'node-twice':
      return {
        path: ['nodes', finding.node],
        message: `The ${finding.role} meets the node \`${finding.node}\` twice, and would walk in a circle. Give the second place a node of its own.`,
      };
    case 'node-unreachable':
      return {
        path: ['nodes', finding.node],
        message: `No role ever comes to the node \`${finding.node}\`. Name it in \`sequence\` or \`role_nodes\`, or remove it; if it is named, an earlier decision always ends the case.`,
      };
    case 'flag-unknown':
      return 'ending' in finding
        ? {
            path: ['endings', finding.ending],
            message: `The ending \`${finding.ending}\` asks for the flag \`${finding.flag}\`, which is not in \`flags\`. Correct the spelling, or add it to \`flags\`.`,
          }
        : {
            path: ['nodes', finding.node, 'options', finding.option, 'sets'],
            message: `The option \`${finding.option}\` sets the flag \`${finding.flag}\`, which is not in \`flags\`. Correct the spelling, or add it to \`flags\`.`,
          };
    case 'ending-unknown':
      return {
        path: ['nodes', finding.node, 'options', finding.option, 'ends'],
        message: `The option \`${finding.option}\` ends the case with \`${finding.ending}\`, which is not under \`endings\`. Correct the spelling, or add the ending.`,
      };
    case 'ending-unreachable':
      return {
        path: ['endings', finding.ending],
        message: `No way through the case comes to the ending \`${finding.ending}\`. Endings are asked from top to bottom: move it up, or let a decision set the flags it asks for.`,
      };
    case 'no-way-out': {
      const flags =
        finding.flags.length > 0
          ? `with ${finding.flags.map((flag) => `\`${flag}\``).join(', ')} set`
          : 'with no flag set';
      return finding.circle
        ? {
            path: ['nodes', finding.node],
            message: `From the node \`${finding.node}\` on, ${flags}, the ${finding.role} walks in a circle and never comes to an ending. Let one decision lead out of it.`,
          }
        : {
            path: ['nodes', finding.node],
            message: `After the node \`${finding.node}\`, ${flags}, no ending's condition holds and the ${finding.role} cannot go on. Let the last ending have no condition, and give the node its options.`,
          };
    }
    case 'role-slots':
      return {
        path: ['role_nodes', finding.role],
        message: `The sequence has ${finding.wanted} places for own nodes, but the ${finding.role} has ${finding.found}. Give each role as many nodes as the sequence has \`role\`.`,
      };
    case 'decision-count':
      return {
        path: ['sequence'],
        message: `The ${finding.role} meets ${finding.found} decisions; a case has ${finding.wanted}. Change \`sequence\` or \`role_nodes\`.`,
      };
    case 'reason-count':
      return {
        path: ['role_nodes', finding.role],
        message: `The ${finding.role} is asked for a reason ${finding.found} times; it has to be ${finding.wanted} times. Change \`reason\` at the nodes this role meets.`,
      };
    case 'option-count':
      return {
        path: ['nodes', finding.node, 'options'],
        message: `The node \`${finding.node}\` has ${finding.found} options; every node has ${finding.wanted}. Add or remove options.`,
      };
    case 'nothing-to-decide':
      return {
        path: ['nodes', finding.node, 'options'],
        message: finding.sound
          ? `Every option of the node \`${finding.node}\` is sound, so there is nothing to learn from it. Make one of them the trap in its most plausible form.`
          : `No option of the node \`${finding.node}\` is sound, so nobody can decide well. Give at least one defensible line.`,
      };
    case 'good-ending':
      return {
        path: ['endings'],
        message: `${finding.found === 0 ? 'No ending is' : `${finding.found} endings are`} marked \`good: true\`; the review asks for it to say when sound decisions ended badly. Mark the one ending that everybody hopes for.`,
      };
    case 'sound-never-ends-well':
      return {
        path: ['endings'],
        message:
          'No line of sound decisions comes to the good ending. Let the flags it asks for be set by sound options, or move it up.',
      };
    case 'sound-never-ends-badly':
      return {
        path: ['endings'],
        message:
          'Every line of sound decisions comes to the good ending. A sound line can end badly: let one sound option set a flag that another ending asks for.',
      };
  }
}

function tellCost({ kind, node, option, axis }: CostFinding, spine: string): Told {
  const path = ['nodes', node, 'options', option, 'open'];
  return kind === 'cost-missing'
    ? {
        path,
        message: `The option \`${option}\` leaves the line \`${axis}\` open, but no sentence says what it cost. Write \`open.${axis}\`.`,
      }
    : {
        path: [...path, axis],
        message: `The sentence \`open.${axis}\` says what the option \`${option}\` cost, but in ${spine} this line held. Remove the sentence, or mark the line \`open\`.`,
      };
}
