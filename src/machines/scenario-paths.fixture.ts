import type { Role } from '../domain/roles.ts';
import { lineOf, optionOf, type Choice, type Scenario } from '../domain/scenario.ts';

/**
 * A small set of walks that together take every option of every node this role meets. A test walks them on the
 * page. An option that ends the case is taken last, so that a walk covers as much as it can.
 */
export function coveringPaths(scenario: Scenario, role: Role): Choice[][] {
  const line = lineOf(scenario, role);
  const open = new Map(
    line.map((node) => [node, new Set(Object.keys(scenario.nodes[node]?.options ?? {}))]),
  );
  const paths: Choice[][] = [];
  while ([...open.values()].some((options) => options.size > 0)) {
    const path: Choice[] = [];
    for (const [index, node] of line.entries()) {
      const options = Object.keys(scenario.nodes[node]?.options ?? {});
      const ends = (option: string): boolean =>
        optionOf(scenario, { node, option })?.ends !== undefined;
      const untaken = options.filter((option) => open.get(node)?.has(option));
      const laterIsDone = line.slice(index + 1).every((later) => open.get(later)?.size === 0);
      const option =
        untaken.find((each) => !ends(each)) ??
        (laterIsDone ? untaken[0] : undefined) ??
        options.find((each) => !ends(each)) ??
        options[0];
      if (option === undefined) break;
      open.get(node)?.delete(option);
      path.push({ node, option });
      if (ends(option)) break;
    }
    paths.push(path);
  }
  return paths;
}
