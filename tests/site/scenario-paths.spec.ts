import { expect, test } from '@playwright/test';
import { lineOf } from '../../src/domain/scenario.ts';
import { coveringPaths } from '../../src/machines/scenario-paths.fixture.ts';
import { model } from './published.ts';
import { caseOf, choices, decideAll, expectEndingAndReview, openCase } from './scenario-walk.ts';

/**
 * Every option of every node of the model's case, in all four roles, on the page itself: only there a missing button is
 * found. One role of every other module is walked in module-journey.spec.ts.
 */
test.describe('a case walked on the page', () => {
  test.skip(
    ({ javaScriptEnabled }) => !javaScriptEnabled,
    'The links are walked in scenario-links.spec.ts.',
  );

  const each = caseOf(model());
  const { spine } = each;
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
        // From another number in every walk, so that both ways past the reason are walked.
        await decideAll(page, each, path, index);
        await expectEndingAndReview(page, each, path);
      });
    });
  }
});
