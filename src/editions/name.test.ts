import { expect, test } from 'vitest';
import { coursePackageName, packageName } from './name.ts';

test.each([
  [
    'all languages and courses',
    { codes: [], langs: ['ar', 'en', 'es', 'fr', 'ru', 'zh'] },
    'custodia-usb',
  ],
  ['one language', { codes: [], langs: ['en'] }, 'custodia-usb-en'],
  ['one course in two languages', { codes: ['A2'], langs: ['ar', 'en'] }, 'custodia-usb-a2-ar-en'],
] as const)('the name of a package says what is not the whole: %s', (_, part, name) => {
  expect(packageName({ edition: 'usb', audience: 'learner', ...part })).toBe(name);
});

test.each([
  ['a2-scorm12-en', {}],
  ['a2-scorm12-openedx-en', { lms: 'openedx' }],
  ['a2-scorm12-trainer-en', { audience: 'trainer' }],
  ['a2-scorm12-law-xa-en', { jurisdiction: 'xa' }],
  [
    'a2-scorm12-trainer-law-xa-openedx-en',
    { audience: 'trainer', jurisdiction: 'xa', lms: 'openedx' },
  ],
] as const)(
  'the name of a package for one course keeps it from overwriting another: %s',
  (name, more) => {
    const holding = { code: 'A2', edition: 'scorm12', audience: 'learner', lang: 'en' } as const;
    expect(coursePackageName({ ...holding, ...more })).toBe(name);
  },
);
