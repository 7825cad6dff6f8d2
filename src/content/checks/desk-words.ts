import { draftOf, pointStates } from '../desk.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { list, problemAt } from '../rule.ts';
import type { DeskData, DeskDraft, DeskWords } from '../schemas/labs/desk.ts';
import { foundIn } from './desk.ts';
import { findingWordProblems } from './finding.ts';
import { compare } from './words.ts';

const keys = (value: object): string[] => Object.keys(value);
const textsOf = (draft: DeskDraft): string[] =>
  keys(draft).filter((field) => !Array.isArray(draft[field]));

/** Everything that is wrong with the words of a desk in one language; `english` are the words that decide what is right. */
export function deskWordProblems(
  data: DeskData,
  words: DeskWords,
  file: Source<unknown>,
  english: DeskWords,
): Problem[] {
  const problems: Problem[] = [];
  const same = (path: readonly string[], wanted: readonly string[], given: object): void => {
    problems.push(...compare(file, 'lab.yaml', ['words', ...path], wanted, keys(given)));
  };
  const ids = (of: readonly { readonly id: string }[]): string[] => of.map(({ id }) => id);
  same(['card'], ids(data.card), words.card);
  same(['choices'], ids(data.choices), words.choices);
  same(['pages'], ids(data.pages), words.pages);
  same(
    ['fields'],
    data.pages.flatMap(({ fields }) => ids(fields)),
    words.fields,
  );
  same(['rules'], ids(data.rules), words.rules);
  same(['points'], ids(data.points), words.points);
  same(['replies'], ids(data.replies), words.replies);
  same(['incoming'], ids(data.incoming), words.incoming);
  same(['decisions'], data.decisions, words.decisions);
  same(
    ['experts'],
    [...new Set(data.incoming.flatMap(({ experts }) => experts.map(({ who }) => who)))],
    words.experts,
  );
  same(['example'], textsOf(data.example), words.example);
  problems.push(...findingWordProblems(data.finding.fields, words.finding, file));
  if (problems.length > 0) return problems;

  const report = (rule: string, path: readonly string[], message: string): void => {
    problems.push(problemAt(rule, file, ['words', ...path], message));
  };
  const inExample = foundIn(data, draftOf(data.example, words.example));
  if (inExample.length > 0)
    report(
      'desk-example',
      ['example'],
      `The worked example is not clean: the linter finds ${list(inExample)}. Learners copy it; mend the form or the rule.`,
    );
  for (const form of data.incoming) {
    const told = words.incoming[form.id];
    const source = english.incoming[form.id];
    if (!told || !source) continue;
    const path = ['incoming', form.id];
    same([...path, 'draft'], textsOf(form.draft), told.draft);
    same(
      [...path, 'experts'],
      form.experts.map(({ who }) => who),
      told.experts,
    );
    const points = ids(data.points);
    const feedback = keys(told.feedback).find(
      (id) => !points.includes(id) && !data.decisions.includes(id),
    );
    if (feedback)
      report(
        'words-without-spine',
        [...path, 'feedback', feedback],
        `\`${feedback}\` is neither a point nor a decision. Correct the spelling, or remove it.`,
      );
    const own = foundIn(data, draftOf(form.draft, told.draft));
    const wanted = foundIn(data, draftOf(form.draft, source.draft));
    if (own.join() !== wanted.join())
      report(
        'desk-draft',
        [...path, 'draft'],
        `In this language the linter finds ${list(own) || 'nothing'} in this form, in English ${list(wanted) || 'nothing'}. The key would change: translate the form so that the same is found.`,
      );
    const states = pointStates(data, draftOf(form.draft, told.draft));
    for (const point of form.decoys) {
      if (states.some((each) => each.point === point && each.rule !== undefined))
        report(
          'lab-decoy',
          [...path, 'draft'],
          `The point \`${point}\` is a decoy of this form, but the rules find a real defect there. Mend the form, or take the decoy away.`,
        );
      else if (told.feedback[point] === undefined)
        report(
          'lab-feedback',
          path,
          `The point \`${point}\` is a decoy of this form. Say in \`feedback.${point}\` why it only looks like a defect.`,
        );
    }
  }
  const sound = data.incoming.filter(({ id, draft }) =>
    pointStates(data, draftOf(draft, words.incoming[id]?.draft ?? {})).every(
      ({ rule }) => rule === undefined,
    ),
  );
  if (sound.length === 0)
    report(
      'lab-clean',
      ['incoming'],
      'Every form that comes in has a defect, so learners learn to refuse everything. Add one that is sound, if unfamiliar.',
    );
  if (sound.length === data.incoming.length)
    report(
      'lab-clean',
      ['incoming'],
      'No form that comes in has a defect, so there is nothing to find. Add one that has.',
    );
  if (data.incoming.every(({ decoys }) => decoys.length === 0))
    report(
      'lab-decoy',
      ['incoming'],
      'No form that comes in has a decoy. Name in `decoys` a point that looks like a defect and is none.',
    );
  return problems;
}
