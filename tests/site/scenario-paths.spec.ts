import { expect, test } from '@playwright/test';
import { AXES } from '../../src/domain/roles.ts';
import { endingOf, lineOf, optionOf } from '../../src/domain/scenario.ts';
import { coveringPaths } from '../../src/machines/scenario-paths.ts';
import { cases, choices, decide, onward, openCase, plain } from './scenario-walk.ts';

/** Every option of every node, in all four roles, on the page itself: only there a missing button is found. */
test.describe('a case walked on the page', () => {
  test.skip(
    ({ javaScriptEnabled }) => !javaScriptEnabled,
    'The links are walked in scenario-links.spec.ts.',
  );

  for (const each of cases()) {
    const { spine, words } = each;
    for (const role of spine.roles) {
      const paths = coveringPaths(spine, role);

      test(`${spine.id}: the walks of the ${role} take every option`, () => {
        const taken = new Set(paths.flat().map(({ node, option }) => `${node} ${option}`));
        const all = lineOf(spine, role).flatMap((node) =>
          Object.keys(spine.nodes[node]?.options ?? {}).map((option) => `${node} ${option}`),
        );
        expect([...taken].sort()).toEqual(all.sort());
      });

      paths.forEach((path, index) => {
        test(`${spine.id}: ${role}, walk ${index + 1} of ${paths.length}`, async ({ page }) => {
          await openCase(page, each);
          await choices(page).nth(spine.roles.indexOf(role)).click();
          for (const [number, choice] of path.entries()) {
            // Given at every second asking, so that both ways past the reason are walked.
            await decide(
              page,
              each,
              choice,
              (number + index) % 2 === 0 ? 'Because of the record.' : undefined,
            );
            await onward(page).click();
          }

          const ending = endingOf(spine, path) ?? '';
          const heading = page.locator('.case h2[data-focus]');
          await expect(heading).toHaveText(plain(words.endings[ending]?.title ?? ''));
          await onward(page).click();

          await expect(page.locator('.case-table tbody tr')).toHaveCount(path.length);
          for (const [line, axis] of AXES.entries()) {
            const open = path.flatMap((choice, at) =>
              optionOf(spine, choice)?.axes[axis] === 'open' ? [at] : [],
            );
            const row = page.locator('.case-lines > li').nth(line);
            await expect(row.locator('.case-strand > li')).toHaveCount(path.length);
            await expect(row.locator('[data-effect="open"]')).toHaveCount(open.length);
            for (const at of open) {
              const { node, option } = path[at] ?? { node: '', option: '' };
              await expect(row).toContainText(
                plain(words.nodes[node]?.options[option]?.open[axis] ?? ''),
              );
            }
          }
        });
      });
    }
  }
});
