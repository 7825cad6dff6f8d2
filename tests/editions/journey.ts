import { expect } from 'vitest';
import type { Frame } from 'puppeteer-core';
import type { Course } from '../../src/content/catalogue.ts';
import { courses, dataOf } from '../../src/content/catalogue.ts';
import { slimItem } from '../../src/content/slim-item.ts';
import { lineOf, type Scenario } from '../../src/domain/scenario.ts';
import { fillIn, press, responseTo, says, seen } from './drive.ts';

/** Somewhere the course has arrived: the frame its pages show in, and what people can do with it there. */
export interface Stage {
  frame(): Frame;
  /** Shows a page: `en/glossary/`. */
  go(route: string): Promise<void>;
  /** Closes the course and opens it again later, as one does there. */
  reopen(): Promise<void>;
}

/** What a journey found that an edition can do. The names are those of `src/editions/editions.ts`. */
export interface Observed {
  read: boolean;
  questions: boolean;
  quizResumes: boolean;
  caseResumes: boolean;
  labResumes: boolean;
  search: boolean;
  record: boolean;
}

const LIVE = '[data-enhance="quiz"] [data-enhanced]';

/** The course that the journey takes: the first that has everything it tries, a hash bench among its labs. */
export function journeyCourse(): Course {
  const found = courses().find(
    ({ files }) =>
      files.quiz &&
      files.scenario &&
      files.labs.some((lab) => dataOf(lab.spine).id === 'hash-bench'),
  );
  if (!found) throw new Error('No published course has questions, a case and a hash bench.');
  return found;
}

/** A course as the journey needs it. */
export function trip(course: Course) {
  const quiz = course.files.quiz && dataOf(course.files.quiz.spine);
  const items = (quiz?.items ?? []).map(slimItem);
  const lesson = course.lessons.find(({ spine }) => spine.kind === 'lesson');
  if (!lesson || items.length === 0) throw new Error(`${course.id} has no lesson or no questions.`);
  return {
    home: `en/${course.id}/`,
    lesson: `en/${course.id}/${lesson.id}/`,
    lessons: course.lessons.map(({ id, spine }) => ({
      route: `en/${course.id}/${id}/`,
      kind: spine.kind,
    })),
    items: (form: 'a' | 'b') =>
      items.filter((item) => item.form === form).map((item, at) => ({ ...item, number: at + 1 })),
    scenario: course.files.scenario && (dataOf(course.files.scenario.spine) as Scenario),
    labs: course.files.labs.map((lab) => dataOf(lab.spine).id),
  };
}

/** The one journey: read, answer, sit half a form, close, go on; a case, a lab, search, the record. */
export async function walkJourney(stage: Stage, course: Course): Promise<Observed> {
  const way = trip(course);
  const done: Observed = {
    ...{ read: false, questions: false, quizResumes: false, caseResumes: false },
    ...{ labResumes: false, search: false, record: false },
  };
  await readLesson(stage, way.lesson);
  done.read = true;
  done.questions = true;

  await beginForm(stage, `${way.home}quiz-a/`);
  const [first, second] = way.items('a');
  if (!first || !second) throw new Error('Form A has no two questions.');
  await answerShown(stage, first, false, 'Keep my answer');
  await says(stage.frame(), `Question ${second.number} of`);
  // A change in a field is kept too, without any button.
  await fillIn(stage.frame(), LIVE, second, responseTo(second, true));
  await stage.reopen();
  await stage.go(`${way.home}quiz-a/`);
  await press(stage.frame(), 'Continue with question 2', LIVE);
  await press(stage.frame(), 'Keep my answer', LIVE);
  await says(stage.frame(), 'Question 3 of');
  done.quizResumes = true;

  if (way.scenario) {
    await walkCase(stage, `${way.home}case/`, way.scenario, 1);
    await stage.reopen();
    await stage.go(`${way.home}case/`);
    await press(stage.frame(), 'Go on where I stopped');
    await seen(stage.frame(), '.case .case-log');
    done.caseResumes = true;
  }
  if (way.labs.includes('hash-bench')) {
    const lab = `${way.home}lab-hash-bench/`;
    await stage.go(lab);
    await seen(stage.frame(), '[data-enhance="lab-flip"][data-ready]');
    await press(stage.frame(), 'Put it back', '#step-1');
    await says(stage.frame(), 'All 256 bits of the hash agree again.');
    await stage.reopen();
    await stage.go(lab);
    await says(stage.frame(), 'All 256 bits of the hash agree again.');
    done.labResumes = true;
  }
  await stage.go('en/search/');
  await seen(stage.frame(), 'input[name=q]');
  await stage.frame().type('input[name=q]', 'chain of custody');
  const field = await stage.frame().$('input[name=q]');
  await field?.press('Enter');
  await seen(stage.frame(), '.hits a');
  done.search = true;

  await stage.go('en/progress/');
  await says(stage.frame(), '1 of ');
  await seen(stage.frame(), '.record');
  done.record = true;
  return done;
}

/** Reads a lesson: answers its first practice question and marks it as read. */
export async function readLesson(stage: Stage, route: string): Promise<void> {
  await stage.go(route);
  await seen(stage.frame(), 'main h1');
  await stage
    .frame()
    .evaluate(() => document.querySelector('[data-enhance="question"]')?.scrollIntoView());
  const question = '[data-enhance="question"][data-ready]';
  await seen(stage.frame(), `${question} .question`);
  await stage.frame().evaluate((selector: string) => {
    const place = document.querySelector(selector);
    const box = place?.querySelector<HTMLInputElement>('input[type=radio], input[type=checkbox]');
    box?.click();
    for (const select of place?.querySelectorAll('select') ?? []) {
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const field = box ? null : place?.querySelector('input');
    if (field) field.value = '1';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  }, question);
  await press(stage.frame(), 'Check my', question);
  expect(await seen(stage.frame(), `${question} .feedback h3`)).toMatch(
    /^(?:Correct|Partly correct|Not correct)$/,
  );
  await markRead(stage.frame());
}

/** Presses the button at the foot of a lesson and waits for the page it leads to. */
export async function markRead(frame: Frame): Promise<void> {
  const before = await frame.evaluate(() => document.querySelector('main h1')?.textContent);
  await press(frame, 'Mark as read and continue');
  await frame.waitForFunction(
    (from: string) => {
      const heading = document.querySelector('main h1')?.textContent;
      return heading !== undefined && heading !== from;
    },
    { timeout: 30_000 },
    before ?? '',
  );
}

/** Opens a form and starts it. */
export async function beginForm(stage: Stage, route: string): Promise<void> {
  await stage.go(route);
  await seen(stage.frame(), '[data-enhance="quiz"][data-ready]');
  await press(stage.frame(), 'Start', LIVE);
  await says(stage.frame(), 'Question 1 of');
}

/** Waits for a question of a form, answers it and presses the button that takes the answer. */
export async function answerShown(
  stage: Stage,
  item: ReturnType<ReturnType<typeof trip>['items']>[number],
  right: boolean,
  button = 'Check my',
): Promise<void> {
  await says(stage.frame(), `Question ${item.number} of`);
  await fillIn(stage.frame(), LIVE, item, responseTo(item, right));
  await press(stage.frame(), button, LIVE);
}

/** Walks a case by its first options; `decisions` of them, or to the review when none are given. */
export async function walkCase(
  stage: Stage,
  route: string,
  scenario: Scenario,
  decisions?: number,
): Promise<void> {
  await stage.go(route);
  await seen(stage.frame(), '[data-enhance="scenario"][data-ready]');
  const [role] = scenario.roles;
  if (!role) throw new Error('The case has no role.');
  await begin(stage.frame());
  await decide(stage, scenario, lineOf(scenario, role).slice(0, decisions));
}

/** Takes the place of the first role. */
export async function begin(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () => {
      const button = document.querySelector<HTMLElement>('.case .case-choices button');
      button?.click();
      return button !== null;
    },
    { timeout: 30_000 },
  );
}

/** Takes the first option of each node and goes on, to the end of the list. */
export async function decide(
  stage: Stage,
  scenario: Scenario,
  nodes: readonly string[],
): Promise<void> {
  for (const node of nodes) {
    const [option = ''] = Object.keys(scenario.nodes[node]?.options ?? {});
    const button = await stage
      .frame()
      .waitForSelector(`.case button[data-option="${option}"]`, { timeout: 30_000 });
    await button?.evaluate((each) => (each as HTMLElement).click());
    if (scenario.nodes[node]?.reason) await press(stage.frame(), 'Go on without a reason', '.case');
    await says(stage.frame(), 'What happens then');
    await press(
      stage.frame(),
      scenario.nodes[node]?.options[option]?.ends ? 'See how' : 'Go on',
      '.case .actions',
    );
  }
}
