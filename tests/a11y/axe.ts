import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: all that can differ between the light and the dark look of one document. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, look: string, runOnly: object): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    // Only what is wrong is carried out of the page: on a long list the rest is megabytes.
    .options({ resultTypes: ['violations'], runOnly })
    // The other mode opens a second page for every run, to look into frames of other sites. There are none.
    .setLegacyMode()
    .analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${look} ${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
}

/** What axe finds wrong with the page as it stands. */
export async function findings(page: Page, look = 'light'): Promise<string[]> {
  return violations(page, look, { type: 'tag', values: TAGS });
}

/** What axe finds wrong with the page in light, and with its colours in dark. Leaves the page dark. */
export async function findingsInBoth(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await violations(page, 'dark', { type: 'rule', values: COLOURS }))];
}
