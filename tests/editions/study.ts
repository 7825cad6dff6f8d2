import type { Frame } from 'puppeteer-core';
import { press, says, seen } from './drive.ts';
import {
  answerShown,
  beginForm,
  journeyCourse,
  markRead,
  trip,
  walkCase,
  type Stage,
} from './journey.ts';

const way = trip(journeyCourse());

/** After the journey: form A to its end (the journey stands at its third question), every lesson, the case, the lab. */
export async function studyTheRest(stage: Stage): Promise<void> {
  await stage.go(`${way.home}quiz-a/`);
  await press(stage.frame(), 'Continue', '[data-enhance="quiz"] [data-enhanced]');
  for (const item of way.items('a').slice(2)) {
    await answerShown(stage, item, true, 'Keep my answer');
  }
  await says(stage.frame(), 'Your result');
  for (const { route } of way.lessons.filter(({ route: each }) => each !== way.lesson)) {
    await stage.go(route);
    await markRead(stage.frame());
  }
  if (way.scenario) {
    await walkCase(stage, `${way.home}case/`, way.scenario);
    await seen(stage.frame(), '.case h2');
  }
  if (way.labs.includes('hash-bench')) {
    await stage.go(`${way.home}lab-hash-bench/`);
    await holdFinding(stage.frame());
  }
}

/** Form B with twelve right answers, to its pass. */
export async function passFormB(stage: Stage): Promise<void> {
  await beginForm(stage, `${way.home}quiz-b/`);
  for (const [at, item] of way.items('b').entries()) {
    await answerShown(stage, item, true);
    await press(stage.frame(), at === 11 ? 'See my result' : 'Next question');
  }
  await says(stage.frame(), 'Passed.');
}

/** Opens the completion statement, which must be there. */
export async function readStatement(stage: Stage): Promise<void> {
  await stage.go(`${way.home}completion/`);
  await says(stage.frame(), 'Completed self-study');
  await seen(stage.frame(), '.completion .paper');
}

/** Fills the fields of the hash bench's finding with what holds, and checks it. */
async function holdFinding(frame: Frame): Promise<void> {
  await seen(frame, '[data-enhance="lab-finding"][data-ready]');
  await frame.evaluate(() => {
    const { finding } = JSON.parse(
      document.querySelector('script[data-lab]')?.textContent ?? '{}',
    ) as { finding: Record<string, readonly string[]> };
    for (const [field, [option = '']] of Object.entries(finding)) {
      const select = document.querySelector<HTMLSelectElement>(`#finding-${field}`);
      if (!select) continue;
      select.value = option;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await press(frame, 'Check the finding');
  await seen(frame, '[data-enhance="lab-finding"] .feedback[data-state="correct"]');
}
