import { lint, pointsHeld } from '../../labs/desk/lint.ts';
import { fieldsOf, type Draft, type Picked } from '../../labs/desk/shape.ts';
import { deskShape } from '../desk.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { list, problemAt } from '../rule.ts';
import type { DeskData, DeskDraft } from '../schemas/labs/desk.ts';
import { labFindingProblems } from './finding.ts';

type File = Pick<Source<unknown>, 'file' | 'place'>;

/** Everything that is wrong with the data of a desk, as far as no words are needed to see it. */
export function deskProblems(data: DeskData, file: File): Problem[] {
  const problems: Problem[] = [];
  const report = (rule: string, path: readonly PropertyKey[], message: string): void => {
    problems.push(problemAt(rule, file, ['data', ...path], message));
  };
  const known = (path: readonly PropertyKey[], id: string, allowed: readonly string[]): void => {
    if (!allowed.includes(id))
      report('lab-key', path, `\`${id}\` is not known here. Use one of: ${list(allowed)}.`);
  };
  const options = [...data.card, ...data.choices];
  const optionIds = options.map(({ id }) => id);
  const fields = fieldsOf(deskShape(data));
  const fieldIds = fields.map(({ id }) => id);
  const ruleIds = data.rules.map(({ id }) => id);
  const traits = options.flatMap((option) => option.traits);
  const condition = (path: readonly PropertyKey[], when: Picked | undefined): void => {
    if (!when) return;
    known([...path, 'field'], when.field, fieldIds);
    const own = fields.find(({ id }) => id === when.field)?.options;
    if (own) when.is.forEach((id, index) => known([...path, 'is', index], id, own));
  };
  for (const [place, ids] of [
    ['card', optionIds],
    ['pages', data.pages.map(({ id }) => id)],
    ['pages', fieldIds],
    ['rules', ruleIds],
    ['points', data.points.map(({ id }) => id)],
    ['replies', data.replies.map(({ id }) => id)],
  ] as const) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice)
      report('lab-key', [place], `\`${twice}\` stands here twice. Ids are unique: rename one.`);
  }
  data.pages.forEach((page, index) => {
    condition(['pages', index, 'when'], page.when);
    page.fields.forEach((field, at) => {
      if (field.kind !== 'free')
        field.options.forEach((id, nth) =>
          known(['pages', index, 'fields', at, 'options', nth], id, optionIds),
        );
    });
  });
  if (data.pages[0]?.when)
    report('lab-key', ['pages', 0, 'when'], 'The first page is always there. Remove its `when`.');
  data.rules.forEach((rule, index) => {
    known(['rules', index, 'field'], rule.field, fieldIds);
    condition(['rules', index, 'when'], rule.when);
    if ('trait' in rule) known(['rules', index, 'trait'], rule.trait, [...new Set(traits)]);
    if ('to' in rule) known(['rules', index, 'to'], rule.to, fieldIds);
    if (rule.kind === 'points' && !data.points.some(({ lost_by: lost }) => lost.includes(rule.id)))
      report(
        'desk-rubric',
        ['rules', index, 'kind'],
        `The rule \`${rule.id}\` costs points, but no point of the rubric names it in \`lost_by\`. Name it, or write \`kind: fine\`.`,
      );
  });
  data.points.forEach((point, index) =>
    point.lost_by.forEach((id, at) => known(['points', index, 'lost_by', at], id, ruleIds)),
  );
  const shape = deskShape(data);
  const atFirst = pointsHeld(shape, lint(shape, {}));
  const branch = new Set(
    data.pages.flatMap(({ when, fields: own }) => (when ? own.map(({ id }) => id) : [])),
  );
  data.points.forEach((point, index) => {
    const isOfBranch = point.lost_by.every((id) =>
      branch.has(data.rules.find((rule) => rule.id === id)?.field ?? ''),
    );
    if (atFirst.includes(point.id) && !isOfBranch)
      report(
        'desk-rubric',
        ['points', index, 'lost_by'],
        `An empty form holds the point \`${point.id}\`. Let a rule with \`test: required\` cost it.`,
      );
  });
  data.replies.forEach((reply, index) => {
    reply.rules.forEach((id, at) => known(['replies', index, 'rules', at], id, ruleIds));
    reply.not_known.forEach((id, at) =>
      known(
        ['replies', index, 'not_known', at],
        id,
        fields.filter(({ notKnown }) => notKnown).map((field) => field.id),
      ),
    );
    condition(['replies', index, 'when'], reply.when);
    const isLast = index === data.replies.length - 1;
    const isOpen = reply.rules.length === 0 && reply.not_known.length === 0 && !reply.when;
    if (isLast !== isOpen)
      report(
        'desk-reply',
        ['replies', index],
        isLast
          ? `The last reply \`${reply.id}\` has a condition, so some forms get no reply. Remove the condition, or add a reply without one.`
          : `The reply \`${reply.id}\` has no condition, so no reply after it is ever given. Give it \`rules\`, \`not_known\` or \`when\`, or move it to the end.`,
      );
    // A rule that blocks keeps the form from going out, so no reply can ever be about it.
    reply.rules.forEach((id, at) => {
      if (data.rules.some((rule) => rule.id === id && rule.kind === 'blocks'))
        report(
          'desk-reply',
          ['replies', index, 'rules', at],
          `\`${id}\` blocks the form, so this reply is never given for it. Name rules that cost points or are fine.`,
        );
    });
  });
  const drafts: { draft: DeskDraft; path: readonly PropertyKey[] }[] = [
    { draft: data.example, path: ['example'] },
    ...data.incoming.map(({ draft }, index) => ({ draft, path: ['incoming', index, 'draft'] })),
  ];
  for (const { draft, path } of drafts) {
    for (const [id, entry] of Object.entries(draft)) {
      const field = fields.find((each) => each.id === id);
      known([...path, id], id, fieldIds);
      if (!field) continue;
      if (Array.isArray(entry))
        entry.forEach((option) => known([...path, id], option, field.options));
      const fits =
        entry === 'not-known'
          ? field.notKnown
          : entry === 'text'
            ? field.kind === 'free'
            : field.kind === 'several' || (field.kind === 'pick' && entry.length === 1);
      if (!fits)
        report(
          'desk-draft',
          [...path, id],
          `The field \`${id}\` cannot be filled in so. It is of kind \`${field.kind}\`${field.notKnown ? ', and may be `not-known`' : ', and may not be `not-known`'}.`,
        );
    }
  }
  data.incoming.forEach((form, index) => {
    const path = ['incoming', index];
    known([...path, 'decision'], form.decision, data.decisions);
    form.defensible.forEach((id, at) => known([...path, 'defensible', at], id, data.decisions));
    form.decoys.forEach((id, at) =>
      known(
        [...path, 'decoys', at],
        id,
        data.points.map((point) => point.id),
      ),
    );
    const names = new Set(form.experts.map(({ who }) => who)).size;
    if (form.experts.length > 0 && (names !== 3 || form.experts.length !== 3))
      report(
        'lab-experts',
        [...path, 'experts'],
        `Here stand ${form.experts.length} views of ${names} experts. Three different experts are shown, or none: add the missing ones, or remove \`experts\`.`,
      );
    form.experts.forEach(({ choice }, at) =>
      known([...path, 'experts', at, 'choice'], choice, data.decisions),
    );
  });
  problems.push(
    ...labFindingProblems(data.finding, (rule, path, message) =>
      problemAt(rule, file, ['data', ...path], message),
    ),
  );
  return problems;
}

/** What a form says to the linter, in the words of one language: rules that find something, by field. */
export function foundIn(data: DeskData, draft: Draft): string[] {
  return lint(deskShape(data), draft).map(({ rule, field }) => `${field}: ${rule}`);
}
