import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOf } from '../../../src/domain/scenario.ts';
import { startBrowser, type Running } from '../browsers.ts';
import { press, says, seen } from '../drive.ts';
import { begin, decide, markRead, trip, walkJourney } from '../journey.ts';
import { declared } from '../parity.ts';
import { launch, startLms, type Call, type Lms } from './host.ts';
import { COURSE, packageFor } from './packages.ts';
import { goIn, scormStage } from './stages.ts';
import { passFormB, studyTheRest } from '../study.ts';

const way = trip(COURSE);
let running: Running;
beforeAll(async () => {
  running = await startBrowser('chromium');
});
afterAll(() => running.browser.close());

const DIALECT = {
  '12': {
    name: 'scorm12',
    first: 'LMSInitialize',
    last: 'LMSFinish',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    state: 'cmi.suspend_data',
    status: 'cmi.core.lesson_status',
    exit: 'cmi.core.exit',
    passed: [
      ['cmi.core.lesson_status', 'passed'],
      ['cmi.core.score.raw', '100'],
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
    ],
  },
  '2004': {
    name: 'scorm2004',
    first: 'Initialize',
    last: 'Terminate',
    set: 'SetValue',
    commit: 'Commit',
    state: 'cmi.suspend_data',
    status: 'cmi.completion_status',
    exit: 'cmi.exit',
    passed: [
      ['cmi.completion_status', 'completed'],
      ['cmi.success_status', 'passed'],
      ['cmi.score.scaled', '1'],
      ['cmi.progress_measure', '1'],
    ],
  },
} as const;

for (const version of ['12', '2004'] as const) {
  const say = DIALECT[version];
  const sets = (calls: readonly Call[], element: string): string[] =>
    calls
      .filter(({ call, args }) => call === say.set && args[0] === element)
      .map(({ args }) => args[1] ?? '');

  describe(`the package ${say.name} in scorm-again`, () => {
    let lms: Lms;
    beforeAll(async () => {
      lms = await startLms(await packageFor(say.name));
    });
    afterAll(() => lms.close());

    test('takes a learner over many sessions to a pass, and says so in the words of the standard', async () => {
      lms.give(null);
      const stage = await scormStage(running.browser, lms, version);
      const observed = await walkJourney(stage, COURSE);
      expect(observed).toEqual(declared(say.name));

      await studyTheRest(stage);
      await stage.reopen();
      await passFormB(stage);
      await stage.end();

      for (const calls of stage.sessions) {
        expect(calls[0]).toMatchObject({ call: say.first, answer: 'true' });
        expect(calls[calls.length - 1]).toMatchObject({ call: say.last, answer: 'true' });
        expect(calls.filter(({ call }) => call === say.last)).toHaveLength(1);
        // Nothing that the standard forbids: every value was taken without an error.
        const refused = calls.filter(({ call, answer }) => call === say.set && answer !== 'true');
        expect(refused).toEqual([]);
        expect(
          calls.filter(({ call, answer }) => call === say.commit && answer !== 'true'),
        ).toEqual([]);
        expect(sets(calls, say.exit)).toEqual(['suspend']);
        for (const state of sets(calls, say.state)) expect(state.length).toBeLessThan(3000);
      }
      const last = stage.sessions[stage.sessions.length - 1] ?? [];
      for (const [element, value] of say.passed) {
        expect([element, sets(last, element).pop()]).toEqual([element, value]);
      }
      const before = stage.sessions.slice(0, -1).flatMap((calls) => sets(calls, say.status));
      expect([...new Set(before)]).toEqual(['incomplete']);
      // Each answer of both forms once.
      const ids = stage.sessions
        .flat()
        .filter(
          ({ call, args }) => call === say.set && /interactions\.\d+\.id$/.test(args[0] ?? ''),
        )
        .map(({ args }) => args[1]);
      expect(ids.sort()).toEqual([...way.items('a'), ...way.items('b')].map(({ id }) => id).sort());

      // Whoever comes back after the pass sees it and loses nothing.
      const again = await scormStage(running.browser, lms, version);
      await again.go(`${way.home}completion/`);
      await seen(again.frame(), '[data-enhance="completion"][data-complete] .paper');
      await again.end();
      const later = again.sessions[0] ?? [];
      expect(sets(later, say.status).filter((value) => value === 'incomplete')).toEqual([]);
    });

    test('opens where it was left', async () => {
      lms.give(null);
      const stage = await scormStage(running.browser, lms, version);
      expect(await stage.frame().evaluate(() => location.hash)).toBe(`#/${way.home}`);
      await stage.go('en/glossary/');
      await stage.reopen();
      expect(await stage.frame().evaluate(() => location.hash)).toBe('#/en/glossary/');
      await stage.end();
    });

    test('records nothing in browse and review, and says so', async () => {
      for (const mode of ['browse', 'review']) {
        lms.give(null);
        const launched = await launch(running.browser, lms, { version, mode });
        await says(launched.frame, 'nothing is recorded');
        await goIn(launched.frame, way.lesson);
        await markRead(launched.frame);
        await new Promise((resolve) => setTimeout(resolve, 1800));
        const calls = await launched.end();
        expect(calls.filter(({ call }) => call === say.set || call === say.commit)).toEqual([]);
        expect(calls[calls.length - 1]?.call).toBe(say.last);
      }
    });

    test.each(['parent', 'grandparent', 'opener'] as const)(
      'finds the LMS in the %s, also one that names no mode',
      async (where) => {
        lms.give(null);
        const launched = await launch(running.browser, lms, { version, where, mode: '' });
        await goIn(launched.frame, way.lesson);
        await markRead(launched.frame);
        await expect
          .poll(async () => sets(await launched.calls(), say.state).length)
          .toBeGreaterThan(1);
        const calls = await launched.end();
        expect(calls[calls.length - 1]).toMatchObject({ call: say.last, answer: 'true' });
      },
    );

    test('works without any LMS as a copy on a stick does, and says that nothing reaches one', async () => {
      const launched = await launch(running.browser, lms, { version, where: 'nowhere' });
      await says(launched.frame, 'No learning management system (LMS) was found');
      await goIn(launched.frame, way.lesson);
      await markRead(launched.frame);
      await goIn(launched.frame, 'en/progress/');
      await says(launched.frame, '1 of ');
      expect(await launched.end()).toEqual([]);
    });

    test.each(['commit-refused', 'set-refused', 'no-network'] as const)(
      'keeps what an LMS does not take (%s), says so, and hands it over when the LMS takes it again',
      async (fault) => {
        lms.give(null);
        lms.cut(fault === 'no-network');
        const launched = await launch(running.browser, lms, {
          version,
          fault: fault === 'no-network' ? 'none' : fault,
        });
        await says(launched.frame, 'The LMS did not take the last save');
        await goIn(launched.frame, way.lesson);
        await markRead(launched.frame);
        if (fault === 'no-network') lms.cut(false);
        else await launched.mend(fault);
        const before = (await launched.calls()).length;
        await press(launched.frame, 'Try again', '[data-lms="refused"]');
        await launched.frame.waitForFunction(
          () => document.querySelector('[data-lms="refused"]') === null,
        );
        const after = (await launched.calls()).slice(before);
        expect(sets(after, say.state)).toHaveLength(1);
        expect(after.filter(({ call }) => call === say.commit).pop()?.answer).toBe('true');
        const calls = await launched.end();
        expect(calls[calls.length - 1]).toMatchObject({ call: say.last, answer: 'true' });
      },
    );

    test('teaches on under an LMS that throws, and says that it does not save', async () => {
      lms.give(null);
      const launched = await launch(running.browser, lms, { version, fault: 'throws' });
      await says(launched.frame, 'The LMS did not take the last save');
      await goIn(launched.frame, way.lesson);
      await markRead(launched.frame);
      await goIn(launched.frame, 'en/progress/');
      await says(launched.frame, '1 of ');
      await launched.end();
    });

    test('leaves data that it cannot read as they are until the learner gives them up', async () => {
      const foreign = 'viewed=1,2,3|last=3';
      const kept =
        version === '12' ? { suspend_data: foreign } : { suspend_data: foreign, exit: 'suspend' };
      lms.give(kept);
      const first = await launch(running.browser, lms, { version });
      await says(first.frame, 'cannot read');
      await goIn(first.frame, way.lesson);
      await markRead(first.frame);
      await new Promise((resolve) => setTimeout(resolve, 1800));
      const untouched = await first.end();
      expect(untouched.filter(({ call }) => call === say.set)).toEqual([]);

      lms.give(kept);
      const second = await launch(running.browser, lms, { version });
      await says(second.frame, 'cannot read');
      await press(second.frame, 'Begin a new record', '[data-lms="unreadable"]');
      await second.frame.waitForFunction(
        () => document.querySelector('[data-lms="unreadable"]') === null,
      );
      expect(sets(await second.end(), say.state)[0]).toMatch(/^C1/);
    });

    test('leaves quickly to an empty frame and ends the session', async () => {
      lms.give(null);
      const launched = await launch(running.browser, lms, { version });
      await launched.frame.evaluate(() => document.querySelector<HTMLElement>('a.leave')?.click());
      await expect.poll(async () => (await launched.calls()).pop()?.call).toBe(say.last);
      await expect
        .poll(() => launched.host.frames().map((frame) => frame.url()))
        .toContain('about:blank');
      await launched.end();
    });

    test(
      version === '12' ? 'says that own words last for the visit' : 'keeps own words',
      async () => {
        const { scenario } = way;
        if (!scenario) return;
        lms.give(null);
        const stage = await scormStage(running.browser, lms, version);
        await stage.go(`${way.home}case/`);
        await seen(stage.frame(), '[data-enhance="scenario"][data-ready]');
        expect(await stage.frame().$('[data-lms="prose"]')).toEqual(
          version === '12' ? expect.anything() : null,
        );
        const [role = 'investigator'] = scenario.roles;
        const nodes = lineOf(scenario, role);
        const asked = nodes.findIndex((each) => scenario.nodes[each]?.reason);
        const node = nodes[asked] ?? '';
        await begin(stage.frame());
        await decide(stage, scenario, nodes.slice(0, asked));
        const [option = ''] = Object.keys(scenario.nodes[node]?.options ?? {});
        const button = `.case button[data-option="${option}"]`;
        await stage.frame().waitForSelector(button);
        await stage.frame().$eval(button, (each) => (each as HTMLElement).click());
        await stage.frame().waitForSelector('#case-reason');
        await stage.frame().type('#case-reason', 'Because the lead cannot wait');
        await press(stage.frame(), 'Go on with this reason', '.case');
        await says(stage.frame(), 'What happens then');
        await press(stage.frame(), 'Go on', '.case .actions');
        await stage.reopen();
        await stage.go(`${way.home}case/`);
        await press(stage.frame(), 'Go on where I stopped');
        await seen(stage.frame(), '.case-log');
        const shown = await stage
          .frame()
          .evaluate(() => document.querySelector('.case')?.textContent ?? '');
        expect(shown.includes('Because the lead cannot wait')).toBe(version === '2004');
        await stage.end();
      },
    );
  });
}
