import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const COURSE = 'a2-acquire-hash-hand-over';

/** One address for every kind of page. */
const PAGES = [
  '',
  'paths/judge/',
  `${COURSE}/`,
  'a1-at-the-door/',
  `${COURSE}/what-you-need-first/`,
  `${COURSE}/hashes-for-lawyers/`,
  `${COURSE}/custody-as-a-story/`,
  `${COURSE}/quiz-a/`,
  `${COURSE}/quiz-b/`,
  `${COURSE}/case/`,
  `${COURSE}/lab-hash-bench/`,
  `${COURSE}/completion/`,
  'progress/',
  'search/?q=hash',
  'glossary/',
  'about/',
  'safe-use/',
  'sources/',
  'instruments/',
  'instruments/budapest-convention/',
  'mechanisms/ncmec/',
  'who-can/',
  'local-law/',
  'coverage/',
  '404/',
];

for (const lang of ['en', 'ar', 'zh']) {
  for (const path of PAGES) {
    test(`axe finds nothing on /${lang}/${path}, light and dark`, async ({ page }) => {
      // The list of the guide has more than a hundred rows, and axe looks at each of them four ways.
      if (path === 'coverage/') test.setTimeout(180_000);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`/${lang}/${path}`, { waitUntil: 'load' });
        await page.waitForTimeout(300);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${colorScheme} ${id}: ${nodes
                .map(({ target }) => target.join(' '))
                .slice(0, 4)
                .join(' | ')}`,
          ),
        ).toEqual([]);
      }
    });
  }
}

for (const path of ['/', '/404.html']) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test('no page scrolls sideways at 320 pixels, in any of three languages', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const lang of ['en', 'ar', 'zh', 'fr']) {
    for (const path of PAGES) {
      await page.goto(`/${lang}/${path}`);
      await page.waitForTimeout(120);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`/${lang}/${path} by ${over}`);
    }
  }
  expect(wide).toEqual([]);
});
