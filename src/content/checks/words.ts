import { SOURCE_LOCALE } from '../../i18n/locales.ts';
import { outline } from '../mdx.ts';
import type { CourseFiles } from '../library.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { problemAt, problemIn, type Rule } from '../rule.ts';
import { stamp } from '../translation/stamp.ts';
import { lessonPages, translatedFiles } from './pages.ts';

/** Compares the ids that a spine defines with those a words file speaks of, at one place of the file. */
export function compare(
  words: Source<unknown>,
  spine: string,
  path: readonly string[],
  wanted: readonly string[],
  given: readonly string[],
): Problem[] {
  const where = path.join('.');
  return [
    ...wanted
      .filter((id) => !given.includes(id))
      .map((id) =>
        problemAt(
          'words-missing',
          words,
          path,
          `\`${where}\` has no words for \`${id}\`, which ${spine} defines. Add them.`,
        ),
      ),
    ...given
      .filter((id) => !wanted.includes(id))
      .map((id) =>
        problemAt(
          'words-without-spine',
          words,
          [...path, id],
          `\`${where}\` has words for \`${id}\`, but ${spine} does not define it. Correct the spelling, or remove them.`,
        ),
      ),
  ];
}

export const keys = (value: object | undefined): string[] => Object.keys(value ?? {});

/** Every id of a spine has its words in every language file beside it, and no words stand without a spine. */
export const wordsOfSpines: Rule = {
  names: ['words-missing', 'words-without-spine'],
  about: 'every id has its words in every language file that exists, and no words lack an id',
  check: (library) => {
    const problems: Problem[] = [];
    const modules = library.modules.data?.modules.map(({ id }) => id) ?? [];
    for (const words of Object.values(library.moduleWords)) {
      if (words.data)
        problems.push(
          ...compare(words, 'modules.yaml', ['modules'], modules, keys(words.data.modules)),
        );
    }
    for (const course of library.courses) {
      const spine = course.spine.data;
      for (const words of Object.values(course.words)) {
        if (!spine || !words.data) continue;
        problems.push(
          ...compare(words, 'course.yaml', ['outcomes'], spine.outcomes, keys(words.data.outcomes)),
          ...compare(
            words,
            'course.yaml',
            ['misconceptions'],
            spine.misconceptions,
            keys(words.data.misconceptions),
          ),
        );
      }
      for (const lesson of course.lessons) {
        const own = lesson.spine.data;
        if (!own) continue;
        if (!lesson.pages[SOURCE_LOCALE]) {
          problems.push(
            problemAt(
              'words-missing',
              lesson.spine,
              ['id'],
              'This lesson has no English page. Add `en.mdx`; other languages are made from it.',
            ),
          );
        }
        for (const page of Object.values(lesson.pages)) {
          if (!page.data) continue;
          problems.push(
            ...compare(page, 'lesson.yaml', ['facts'], keys(own.facts), keys(page.data.facts)),
            ...compare(
              page,
              'lesson.yaml',
              ['figures'],
              keys(own.figures),
              keys(page.data.figures),
            ),
            ...compare(page, 'lesson.yaml', ['law'], own.law, keys(page.data.law)),
            ...Object.entries(own.figures).flatMap(([id, figure]) =>
              page.data?.figures[id]
                ? compare(
                    page,
                    'lesson.yaml',
                    ['figures', id, 'labels'],
                    figure.labels,
                    keys(page.data.figures[id].labels),
                  )
                : [],
            ),
          );
        }
      }
      problems.push(...quizWords(course.quiz), ...scenarioWords(course.scenario));
    }
    return problems;
  },
};

function quizWords(quiz: CourseFiles['quiz']): Problem[] {
  const items = quiz?.spine.data?.items ?? [];
  return Object.values(quiz?.words ?? {}).flatMap((words) => {
    const given = words.data?.items;
    if (!given) return [];
    return [
      ...compare(
        words,
        'quiz.yaml',
        ['items'],
        items.map(({ id }) => id),
        keys(given),
      ),
      ...items.flatMap((item) => {
        const own = given[item.id];
        if (!own) return [];
        const path = ['items', item.id];
        const problems = compare(
          words,
          'quiz.yaml',
          [...path, 'options'],
          item.kind === 'numeric' ? [] : item.options,
          keys(own.options),
        );
        problems.push(
          ...compare(
            words,
            'quiz.yaml',
            [...path, 'targets'],
            item.kind === 'match' ? item.targets : [],
            keys(own.targets),
          ),
        );
        problems.push(
          ...compare(
            words,
            'quiz.yaml',
            [...path, 'traps'],
            item.kind === 'numeric' ? item.traps.map(({ id }) => id) : [],
            keys(own.traps),
          ),
        );
        if (item.kind === 'numeric' && own.unit === undefined) {
          problems.push(
            problemAt(
              'words-missing',
              words,
              path,
              `\`${item.id}\` asks for a number. Add \`unit\`, such as “hours”.`,
            ),
          );
        }
        if (item.kind === 'fault') {
          keys(own.options)
            .filter((key) => own.options[key]?.value === undefined)
            .forEach((key) =>
              problems.push(
                problemAt(
                  'words-missing',
                  words,
                  [...path, 'options', key],
                  `The field \`${key}\` of the form has no \`value\`. Write what stands in it, or “(empty)”.`,
                ),
              ),
            );
        }
        return problems;
      }),
    ];
  });
}

function scenarioWords(scenario: CourseFiles['scenario']): Problem[] {
  const spine = scenario?.spine.data;
  return Object.values(scenario?.words ?? {}).flatMap((words) => {
    const given = words.data;
    if (!given || !spine) return [];
    return [
      ...compare(words, 'scenario.yaml', ['nodes'], keys(spine.nodes), keys(given.nodes)),
      ...compare(words, 'scenario.yaml', ['endings'], keys(spine.endings), keys(given.endings)),
      ...Object.entries(spine.nodes).flatMap(([node, { options }]) =>
        given.nodes[node]
          ? compare(
              words,
              'scenario.yaml',
              ['nodes', node, 'options'],
              keys(options),
              keys(given.nodes[node].options),
            )
          : [],
      ),
    ];
  });
}

/** A translation says which English words it was made from, and readers are told when those have changed. */
export const translationState: Rule = {
  names: ['translation-head-missing', 'translation-stale', 'answer-in-translation'],
  about: 'translations record the stamp of their English source and never carry an answer',
  check: (library) =>
    translatedFiles(library).flatMap(({ source, translations }) => {
      const now = stamp(source.text);
      return translations.flatMap(({ locale, file }) => {
        const problems: Problem[] = [];
        const head = (file.data as { translation?: { of: string } } | undefined)?.translation;
        if (file.data !== undefined && !head) {
          problems.push(
            problemAt(
              'translation-head-missing',
              file,
              [],
              `This translation does not say what it was made from. Start it with \`translation:\`, \`of: "${now}"\` and \`state: draft\`.`,
            ),
          );
        } else if (head && head.of !== now) {
          problems.push(
            problemAt(
              'translation-stale',
              file,
              ['translation', 'of'],
              `The English words have changed since this translation was made (it names ${head.of}, they are ${now}). Run \`npm run status -- ${locale}\` to see the difference, translate it, and write ${now}.`,
              'warning',
            ),
          );
        }
        if (!file.file.endsWith('.mdx')) problems.push(...answers(file, source));
        return problems;
      });
    }),
};

const ANSWER_KEYS = /^( +)(correct|sound|safety|form|tolerance|sets|axes):/gm;

/**
 * Keys that belong to a spine. In a words file they would let a translation change what is right. What the English
 * words have at the same depth is a heading, such as `sound` of a lab: their schema lets no answer in.
 */
function answers(file: Source<unknown>, source: Source<unknown>): Problem[] {
  const headings = new Set(source.text.match(ANSWER_KEYS));
  return [...file.text.matchAll(ANSWER_KEYS)]
    .filter(([key]) => !headings.has(key))
    .map((match) =>
      problemIn(
        'answer-in-translation',
        file.file,
        {
          line: file.text.slice(0, match.index).split('\n').length,
          column: (match[1]?.length ?? 0) + 1,
        },
        `\`${match[2] ?? ''}\` decides what is right and belongs to the spine, not to a translation. Remove this line; the spine holds for every language.`,
      ),
    );
}

/** A translated lesson shows the same parts in the same order as the English one. */
export const translationStructure: Rule = {
  names: ['translation-structure'],
  about: 'translated lessons show the same parts in the same order as the English ones',
  check: (library) =>
    lessonPages(library)
      .filter(({ locale }) => locale !== SOURCE_LOCALE)
      .flatMap(({ page, lesson }) => {
        const english = lesson.pages[SOURCE_LOCALE];
        if (!english || !page.data || outline(page).broken || outline(english).broken) return [];
        const parts = (each: typeof page): string[] => [
          ...outline(each).sections.flatMap((section, index) => [
            ...(index > 0 ? ['a heading'] : []),
            ...section.components
              .filter(({ name }) => !['Term', 'Ref', 'Trainer'].includes(name))
              .map(
                ({ name, attributes }) =>
                  `<${[name, attributes['id'] ?? attributes['fact'] ?? ''].join(' ').trim()}>`,
              ),
          ]),
        ];
        const [wanted, given] = [parts(english), parts(page)];
        const first = wanted.findIndex((part, index) => part !== given[index]);
        const differs = first >= 0 ? first : given.length > wanted.length ? wanted.length : -1;
        if (differs < 0) return [];
        return [
          problemIn(
            'translation-structure',
            page.file,
            { line: page.bodyLine, column: 1 },
            `Part ${differs + 1} of this page is ${given[differs] ?? 'missing'}, but in English it is ${wanted[differs] ?? 'not there'}. Give the page the same headings and components in the same order.`,
          ),
        ];
      }),
};
