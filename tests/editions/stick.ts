import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe } from 'vitest';
import { courses } from '../../src/content/catalogue.ts';
import {
  FIREFOX_MISSING,
  findFirefox,
  startBrowser,
  type BrowserName,
  type Running,
} from './browsers.ts';
import { unpackedUsb } from './packages.ts';

const [first] = courses();
if (!first) throw new Error('No course is published.');
const firstLesson = first.lessons.find(({ spine }) => spine.kind === 'lesson');
if (!firstLesson) throw new Error('The course has no lesson.');

/** The first course. */
export const course = first;
/** Its first lesson. */
export const lesson = firstLesson;
/** The address of that lesson in the packed app. */
export const LESSON = `#/en/${course.id}/${lesson.id}/`;

/** A stick that was unzipped, and a browser to open it in. */
export interface Stick {
  readonly name: BrowserName;
  readonly running: Running;
  /** The address of its `index.html`. */
  readonly start: string;
}

/** Runs tests of an unzipped stick in both browsers; without Firefox on this computer in one. */
export function onStick(title: string, tests: (stick: () => Stick) => void): void {
  if (findFirefox() === undefined) console.log(FIREFOX_MISSING);
  for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
    const missing =
      name === 'firefox' && findFirefox() === undefined && process.env['CI'] !== 'true';
    describe.skipIf(missing)(`${title} in ${name}`, () => {
      let stick: Stick;
      beforeAll(async () => {
        const start = pathToFileURL(join(await unpackedUsb(), 'index.html')).href;
        stick = { name, running: await startBrowser(name), start };
      });
      afterAll(() => stick.running.browser.close());
      tests(() => stick);
    });
  }
}
