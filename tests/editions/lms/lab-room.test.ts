import { describe, expect, test } from 'vitest';
import { courses } from '../../../src/content/catalogue.ts';
import { modelOf, worstLabs } from '../../../src/editions/lms/build-model.ts';
import { readRecord, writeRecord } from '../../../src/editions/lms/state/code.ts';
import {
  MOST_CHARACTERS,
  worstLength,
  worstRecord,
} from '../../../src/editions/lms/state/worst.ts';
import { SITE } from '../packages.ts';

/** What SCORM 1.2 has room for: no own words. */
const narrow = { characters: 4000, prose: 0 };

/** Every course that has labs with sheets or a desk, with the largest state each can be left in. */
const owners = courses()
  .map((course) => modelOf(course, SITE))
  .map((model) => ({ model, labs: worstLabs(model, SITE) }))
  .filter(({ labs }) => Object.keys(labs).length > 0);

const OWN = 'The words of a learner';
const wordless = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'string' && each.startsWith(OWN) ? '' : each,
    ),
  );

test('there are courses with sheets and with desks to measure', () => {
  const all = JSON.stringify(owners.map(({ labs }) => labs));
  expect(owners.length).toBeGreaterThan(2);
  expect(all).toContain('"desk":{');
  expect(all).toContain(OWN);
});

describe.each(owners.map((each) => [each.model.plan.course, each] as const))(
  'a record of %s with every lab left full',
  (_, { model, labs }) => {
    test(`fits ${MOST_CHARACTERS} of the 4,096 characters of SCORM 1.2`, () => {
      expect(worstLength(model, labs)).toBeLessThanOrEqual(MOST_CHARACTERS);
    });

    test('comes back as it was, but for the learner’s own words', () => {
      const { text, left } = writeRecord(worstRecord(model, labs), model, narrow);
      expect(left).toEqual([]);
      const read = readRecord(text, model);
      if (read.kind !== 'read') throw new Error(`The record is ${read.kind}.`);
      for (const [key, kept] of Object.entries(labs)) {
        const come = read.carried.snapshots[key] as { stamp: string };
        expect({ ...come, stamp: '' }, key).toEqual({ ...(wordless(kept) as object), stamp: '' });
        expect(JSON.stringify(come)).not.toContain(OWN);
      }
    });
  },
);
