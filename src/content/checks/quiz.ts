import { outline } from '../mdx.ts';
import type { Problem } from '../problem.ts';
import { list, problemAt, type Rule } from '../rule.ts';
import { headingsOf } from '../headings.ts';
import type { ItemSpine } from '../schemas/quiz.ts';

type Options = { correct: string[]; all: string[] };

/** The keys a learner can choose from, and those among them that are right. */
function optionsOf(item: ItemSpine): Options {
  switch (item.kind) {
    case 'numeric':
      return { correct: [], all: item.traps.map((trap) => trap.id) };
    case 'match':
      return { correct: Object.keys(item.correct), all: [...item.options] };
    default:
      return { correct: [...item.correct], all: [...item.options] };
  }
}

/** Items are named once, their keys exist, and every wrong answer names what its giver believes. */
export const quizItems: Rule = {
  names: [
    'duplicate-id',
    'correct-not-an-option',
    'misconception-missing',
    'unknown-key',
    'read-again-unknown',
  ],
  about:
    'quiz items have one id each, keys that are options, and a misconception for every wrong answer',
  check: (library) =>
    library.courses.flatMap((course) => {
      const quiz = course.quiz?.spine;
      const spine = course.spine.data;
      if (!quiz?.data || !spine) return [];
      const seen = new Set<string>();
      return quiz.data.items.flatMap((item, index) => {
        const problems: Problem[] = [];
        const at = (path: PropertyKey[], rule: string, message: string): void => {
          problems.push(problemAt(rule, quiz, ['items', index, ...path], message));
        };
        if (seen.has(item.id)) {
          at(
            ['id'],
            'duplicate-id',
            `Two items are called \`${item.id}\`. Progress is keyed by the id: give the newer one another.`,
          );
        }
        seen.add(item.id);
        const { correct, all } = optionsOf(item);
        correct
          .filter((key) => !all.includes(key))
          .forEach((key) =>
            at(
              ['correct'],
              'correct-not-an-option',
              `\`${key}\` is marked correct but is not one of the options (${all.join(', ')}). Fix the spelling, or add it to \`options\`.`,
            ),
          );
        if (item.kind === 'order' && correct.length !== all.length) {
          at(
            ['correct'],
            'correct-not-an-option',
            `\`correct\` puts ${correct.length} of ${all.length} options into order. List every option once.`,
          );
        }
        if (item.kind === 'match') {
          Object.values(item.correct)
            .filter((target) => !item.targets.includes(target))
            .forEach((target) =>
              at(
                ['correct'],
                'correct-not-an-option',
                `\`${target}\` is no target (${item.targets.join(', ')}). Fix the spelling, or add it to \`targets\`.`,
              ),
            );
        }
        const wrong =
          item.kind === 'order' || item.kind === 'match'
            ? []
            : all.filter((key) => !correct.includes(key));
        wrong
          .filter((key) => !(key in item.misconceptions))
          .forEach((key) =>
            at(
              ['misconceptions'],
              'misconception-missing',
              `The wrong answer \`${key}\` names no misconception. Add it to \`misconceptions\` with a key of course.yaml.`,
            ),
          );
        if (Object.keys(item.misconceptions).length === 0) {
          at(
            ['misconceptions'],
            'misconception-missing',
            `\`${item.id}\` names no misconception. Name at least the one that its typical wrong answer shows.`,
          );
        }
        for (const [key, misconception] of Object.entries(item.misconceptions)) {
          if (!all.includes(key)) {
            at(
              ['misconceptions', key],
              'unknown-key',
              `\`${key}\` is no answer of this item (${all.join(', ')}). Fix the spelling, or remove it.`,
            );
          }
          if (!spine.misconceptions.includes(misconception)) {
            at(
              ['misconceptions', key],
              'unknown-key',
              `\`${misconception}\` is no misconception of course.yaml. Use one of: ${list(spine.misconceptions)}.`,
            );
          }
        }
        if (!spine.outcomes.includes(item.outcome)) {
          at(
            ['outcome'],
            'unknown-key',
            `\`${item.outcome}\` is no outcome of this course. Use one of: ${list(spine.outcomes)}.`,
          );
        }
        const [lessonId = '', heading] = item.read.split('#');
        const lesson = course.lessons.find((candidate) => candidate.id === lessonId);
        if (!lesson) {
          at(
            ['read'],
            'read-again-unknown',
            `\`${lessonId}\` is no lesson of this course. Use one of: ${list(course.lessons.map(({ id }) => id))}.`,
          );
        } else if (heading !== undefined && lesson.pages.en && !outline(lesson.pages.en).broken) {
          const ids = headingsOf(lesson.pages.en).map(({ id }) => id);
          if (!ids.includes(heading)) {
            at(
              ['read'],
              'read-again-unknown',
              `The English page of \`${lessonId}\` has no heading \`${heading}\`. Use one of: ${list(ids)}.`,
            );
          }
        }
        return problems;
      });
    }),
};

/** Forms A and B measure the same thing: twelve items each, cell by cell alike, to the blueprint of the map. */
export const quizForms: Rule = {
  names: ['form-blueprint', 'forms-not-parallel'],
  about:
    'forms A and B have twelve items each, matched cell by cell, and twelve practice items stand beside them',
  check: (library) =>
    library.courses.flatMap((course) => {
      const quiz = course.quiz?.spine;
      const spine = course.spine.data;
      if (!quiz?.data || !spine || spine.status !== 'ready') return [];
      const items = quiz.data.items;
      const problems: Problem[] = [];
      const say = (rule: string, message: string, index?: number): void => {
        problems.push(
          problemAt(rule, quiz, index === undefined ? ['items'] : ['items', index], message),
        );
      };
      const form = (name: ItemSpine['form']): ItemSpine[] =>
        items.filter((item) => item.form === name);
      for (const name of ['a', 'b', 'p'] as const) {
        const count = form(name).length;
        if (count !== 12)
          say('form-blueprint', `Form \`${name}\` has ${count} items. Make it twelve.`);
      }
      for (const name of ['a', 'b'] as const) {
        const wanted = { recall: 4, application: 5, analysis: 2, ethics: 1 };
        for (const [level, count] of Object.entries(wanted)) {
          const found = form(name).filter((item) => item.level === level).length;
          if (found !== count)
            say(
              'form-blueprint',
              `Form \`${name}\` has ${found} items of level \`${level}\`; the blueprint asks for ${count}.`,
            );
        }
        for (const outcome of spine.tested) {
          const found = form(name).filter((item) => item.outcome === outcome).length;
          if (found !== 3)
            say(
              'form-blueprint',
              `Form \`${name}\` tests \`${outcome}\` with ${found} items; results are shown as “2 of 3”, so make it three.`,
            );
        }
        if (!form(name).some((item) => item.safety)) {
          say(
            'form-blueprint',
            `Form \`${name}\` has no safety-critical item. Mark the red line it tests with \`safety: true\`.`,
          );
        }
      }
      form('a').forEach((item, index) => {
        const twin = form('b')[index];
        const cell = (each: ItemSpine): string =>
          [
            each.cell,
            each.outcome,
            each.kind,
            each.level,
            each.difficulty,
            each.safety ? 'safety' : 'no safety',
          ].join(', ');
        if (twin && cell(item) !== cell(twin)) {
          say(
            'forms-not-parallel',
            `\`${item.id}\` stands in the cell (${cell(item)}), but its twin \`${twin.id}\` in (${cell(twin)}). Forms A and B must agree item by item.`,
            items.indexOf(twin),
          );
        }
      });
      return problems;
    }),
};
