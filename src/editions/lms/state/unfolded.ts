import { formResult } from '../../../domain/form.ts';
import {
  answeredItem,
  chose,
  completedCourse,
  completeStatement,
  contextWord,
  finishedForm,
  finishedLabStep,
  keptText,
  reachedEnding,
  readLesson,
  wroteFinding,
  type Statement,
  type StatementDraft,
} from '../../../domain/statement.ts';
import { uuidFrom } from '../../../domain/uuid.ts';
import type { CourseModel } from '../model.ts';
import { sumOf } from './bits.ts';
import type { Folded } from './folded.ts';

/**
 * The name of a statement by what it says, so that the same thing has the same name before it was folded and
 * after: a progress file saved in one visit and another saved in the next merge without counting anything twice.
 *
 * @param repeat counts up where the same thing happened again
 */
export function nameOfStatement(statement: Statement, repeat = 0): string {
  const words = ['form', 'attempt', 'role', 'run', 'version'].map((name) =>
    JSON.stringify(contextWord(statement, name) ?? ''),
  );
  const { result } = statement;
  const isAbout = (...kinds: readonly string[]): boolean =>
    kinds.some((kind) => statement.object.id.includes(`/${kind}/`));
  const said = isAbout('decision', 'scenario', 'text') ? (result?.response ?? '') : '';
  const score = isAbout('step') ? String(result?.score?.raw ?? '') : '';
  const whole = [
    statement.actor.account.name,
    statement.verb.id,
    statement.object.id,
    ...words,
    said,
    score,
    // A course can be reset many times, a text kept and taken back; each is a thing of its own.
    /\/(?:reset|kept)$/.test(statement.verb.id) ? statement.timestamp : '',
    repeat,
  ].join('|');
  const bytes = new Uint8Array(16);
  for (let part = 0; part < 4; part += 1) {
    new DataView(bytes.buffer).setUint32(part * 4, sumOf(`${part}${whole}${part}`));
  }
  return uuidFrom(bytes);
}

/** Statements that fold to the same again. Times are noon of the day: the hour was not kept. */
export function unfoldRecord(
  folded: Folded,
  model: CourseModel,
  actor: string,
  language: string,
): Statement[] {
  const { course } = model.plan;
  const statements: Statement[] = [];
  const add = (draft: StatementDraft, day: string): void => {
    const whole = completeStatement(draft, {
      id: '',
      actor,
      sequence: statements.length + 1,
      timestamp: `${day}T12:00:00.000Z`,
      language,
    });
    statements.push({ ...whole, id: nameOfStatement(whole) });
  };
  for (const [lesson, day] of Object.entries(folded.lessons)) {
    add(readLesson({ course, lesson }), day);
  }
  for (const [item, { day, tries, rightAtFirst, right }] of Object.entries(folded.practice)) {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const success = attempt === tries ? right : attempt === 1 && rightAtFirst;
      add(
        answeredItem({ course, form: 'p', item, attempt, response: '', success, partial: false }),
        day,
      );
    }
  }
  for (const form of ['a', 'b'] as const) {
    for (const sitting of folded.forms[form]) addSitting(form, sitting);
  }
  if (model.scenario && folded.runs > 0) {
    const [node] = model.scenario.nodes;
    const [role] = model.scenario.roles;
    const option = node?.options[0];
    const ended = folded.endings.map((ending, at) => ({
      ...ending,
      run: Math.min(at + 1, folded.runs),
    }));
    for (const { scenario, role: as, ending, day, run } of ended) {
      add(reachedEnding({ course, scenario, role: as, ending, run }), day);
    }
    // Only the number of the last run was kept; its first decision stands for it.
    if (node && role && option && folded.runs > ended.length) {
      const run = folded.runs;
      const scenario = model.scenario.id;
      const day = ended[ended.length - 1]?.day ?? '2026-01-01';
      add(chose({ course, scenario, role, node: node.id, option, run }), day);
    }
  }
  for (const [lab, { steps, finding }] of Object.entries(folded.labs)) {
    for (const { step, right, of, day } of steps) {
      add(finishedLabStep({ course, lab, step, right, of }), day);
    }
    if (finding) add(wroteFinding({ course, lab, keys: [] }), finding);
  }
  for (const { id, day, text } of folded.prose) {
    const [kind = '', ...rest] = id.split('/');
    add(keptText({ course, kind, id: rest.join('/'), text }), day);
  }
  if (folded.completed) {
    add(completedCourse({ course, version: folded.completed.version }), folded.completed.day);
  }
  return statements;

  function addSitting(
    form: 'a' | 'b',
    { day, attempt, right }: Folded['forms']['a'][number],
  ): void {
    const items = model.forms[form];
    const outcomes = Object.fromEntries(
      items.map((item, at) => [item.id, right[at] ? ('right' as const) : ('wrong' as const)]),
    );
    for (const item of items) {
      const success = outcomes[item.id] === 'right';
      add(
        answeredItem({
          course,
          form,
          item: item.id,
          attempt,
          response: '',
          success,
          partial: false,
        }),
        day,
      );
    }
    add(finishedForm({ course, form, attempt, ...formResult(items, outcomes, model.pass) }), day);
  }
}
