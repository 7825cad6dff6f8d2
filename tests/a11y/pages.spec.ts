import { expect, test } from '@playwright/test';
import { builtPages, model, others } from '../site/published.ts';
import { settled } from '../site/settled.ts';
import { findings, findingsInBoth } from './axe.ts';
import { brokenTimes, covered, cutOff, showAll } from './cut-off.ts';

const COURSE = model().id;

/** One address for every kind of page that a reader of any language studies with. */
const KINDS = [
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
  '404/',
];

/** Pages of which one language shows what there is to find: the same parts with other words. */
const ONCE = [
  'instruments/',
  'instruments/budapest-convention/',
  'mechanisms/',
  'mechanisms/ncmec/',
  'who-can/',
  'local-law/',
  'coverage/',
  'offline/',
  'hosting/',
];

/** Of every other module a lesson, the second, and every lab: each lab has a tool and exhibits of its own. */
const LESSONS = others().map(({ id, lessons }) => `${id}/${lessons[1]?.id ?? ''}/`);
const EVERY_LESSON = others().flatMap(({ id, lessons }) =>
  lessons.map((lesson) => `${id}/${lesson.id}/`),
);
const EVERY_FORM = others().flatMap(({ id }) => [`${id}/quiz-a/`, `${id}/quiz-b/`]);
const LABS = builtPages('*/lab-*')
  .map((address) => address.replace('/en/', ''))
  .filter((path) => !path.startsWith(COURSE));

const IN_BOTH = [
  ...['en', 'ar', 'zh'].flatMap((lang) => KINDS.map((path) => `/${lang}/${path}`)),
  ...[...ONCE, ...LABS.slice(0, 1)].map((path) => `/en/${path}`),
];

for (const address of IN_BOTH) {
  test(`axe finds nothing on ${address}, light and dark`, async ({ page }) => {
    await page.goto(address);
    await settled(page);
    expect(await findingsInBoth(page)).toEqual([]);
  });
}

for (const address of [
  '/',
  '/404.html',
  ...[...LESSONS, ...LABS.slice(1)].map((path) => `/en/${path}`),
]) {
  test(`axe finds nothing on ${address}`, async ({ page }) => {
    await page.goto(address);
    await settled(page);
    expect(await findings(page)).toEqual([]);
  });
}

for (const [lang, widths] of [
  ['en', [1280, 320]],
  ['ar', [1280, 320]],
  ['zh', [320]],
  ['fr', [320]],
] as const) {
  test(`no page scrolls sideways, cuts words off or breaks a time at ${widths.join(' and ')} pixels (${lang})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const wide: string[] = [];
    // What is not translated looks the same in every language.
    const more = lang === 'en' ? [...EVERY_LESSON, ...EVERY_FORM, ...LABS] : [];
    for (const path of [...KINDS, ...ONCE, ...more]) {
      await page.goto(`/${lang}/${path}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 });
        await settled(page);
        await showAll(page);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        const at = `/${lang}/${path} at ${width}`;
        if (over > 0) wide.push(`${at} by ${over}`);
        wide.push(...(await cutOff(page)).map((words) => `${at} cuts ${words}`));
        wide.push(...(await brokenTimes(page)).map((time) => `${at} breaks ${time}`));
        wide.push(...(await covered(page)).map((words) => `${at} covers ${words}`));
      }
    }
    expect(wide).toEqual([]);
  });
}
