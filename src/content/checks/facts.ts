import type { z } from 'zod';
import type { Library } from '../library.ts';
import { outline } from '../mdx.ts';
import type { Source } from '../read.ts';
import { list, problemAt, problemIn, type Rule } from '../rule.ts';
import type { Fact } from '../schemas/common.ts';
import { lessonPages } from './pages.ts';

type FactOf = z.infer<typeof Fact>;

/** Facts name sources that somebody read, and say when they have to be read again. */
export const factSources: Rule = {
  names: ['unknown-source', 'fact-expired', 'fact-dates'],
  about: 'every fact names a source that was read, and its review date lies ahead',
  check: (library, { today }) =>
    factHolders(library).flatMap((spine) =>
      Object.entries(spine.data?.facts ?? {}).flatMap(([id, fact]) => {
        const known = library.sources.data;
        const problems = fact.sources.flatMap((source, index) =>
          !known || source in known
            ? []
            : [
                problemAt(
                  'unknown-source',
                  spine,
                  ['facts', id, 'sources', index],
                  `courses/sources.yaml has no source \`${source}\`. Add it there with title, publisher, address and the day you read it, or correct the spelling.`,
                ),
              ],
        );
        if (fact.review_by <= fact.as_of) {
          problems.push(
            problemAt(
              'fact-dates',
              spine,
              ['facts', id, 'review_by'],
              `\`${id}\` is to be read again on ${fact.review_by}, but it was read on ${fact.as_of}. Set a later \`review_by\`.`,
            ),
          );
        }
        if (today !== undefined && fact.review_by < today) {
          problems.push(
            problemAt(
              'fact-expired',
              spine,
              ['facts', id, 'review_by'],
              `\`${id}\` was due for checking on ${fact.review_by}. Read its source again, correct the text if needed, and set new \`as_of\` and \`review_by\`.`,
              'warning',
            ),
          );
        }
        return problems;
      }),
    ),
};

/** Every spine that holds facts: lessons, instruments and mechanisms. */
function factHolders(library: Library): Source<{ facts: Readonly<Record<string, FactOf>> }>[] {
  return [
    ...library.courses.flatMap((course) => course.lessons.map(({ spine }) => spine)),
    ...library.references.map(({ spine }) => spine),
  ];
}

/** Words that show that a paragraph states law, a standard or a figure somebody could look up. */
const AUTHORITY =
  /\b(?:[Aa]rt(?:icle|\.)s? \d|Convention|Directive \d|Regulation \(EU\)|Protocol to|ISO\/IEC \d+|RFC \d+|NIST|SP 800-|SWGDE|\d+ (?:States|parties|countries)|\d(?:\.\d+)? ?%|per cent)/;

/** A statement of law, of a standard or of a statistic stands beside its source. */
export const statementSource: Rule = {
  names: ['statement-without-source'],
  about: 'statements of law, standards and statistics stand in a section that shows their source',
  check: (library) =>
    lessonPages(library)
      .filter(({ locale }) => locale === 'en')
      .flatMap(({ page }) =>
        outline(page).sections.flatMap((section) => {
          if (section.components.some(({ name }) => name === 'Source')) return [];
          return section.paragraphs
            .filter(({ text, inside }) => AUTHORITY.test(text) && !inside.includes('Trainer'))
            .map((paragraph) => {
              const found = AUTHORITY.exec(paragraph.text)?.[0] ?? '';
              return problemIn(
                'statement-without-source',
                page.file,
                paragraph,
                `This paragraph speaks of “${found}”, but its section shows no source. Add <Source fact="..." /> with a fact in lesson.yaml, or leave the statement out.`,
              );
            });
        }),
      ),
};

/** A fact for which no source was read never decides which answer is right. */
export const keyOnPractice: Rule = {
  names: ['key-rests-on-practice', 'unknown-fact'],
  about: 'no quiz key rests on a statement without a source',
  check: (library) =>
    library.courses.flatMap((course) => {
      const quiz = course.quiz?.spine;
      return (quiz?.data?.items ?? []).flatMap((item, index) =>
        item.rests_on.flatMap((reference, place) => {
          const [lessonId = '', factId = ''] = reference.split('/');
          const lesson = course.lessons.find((candidate) => candidate.id === lessonId)?.spine.data;
          const fact = lesson?.facts[factId];
          const unreadable = course.lessons.some(({ id, spine }) => id === lessonId && !spine.data);
          if (!quiz || unreadable) return [];
          const path = ['items', index, 'rests_on', place];
          if (!fact) {
            return [
              problemAt(
                'unknown-fact',
                quiz,
                path,
                `\`${reference}\` names no fact. Write \`lesson-folder/fact-key\`${lesson ? ` with one of: ${list(Object.keys(lesson.facts))}` : ''}.`,
              ),
            ];
          }
          return fact.standing === 'practice'
            ? [
                problemAt(
                  'key-rests-on-practice',
                  quiz,
                  path,
                  `The key of \`${item.id}\` rests on \`${reference}\`, for which no source was read. Read a source and name it in lesson.yaml, or ask something else.`,
                ),
              ]
            : [];
        }),
      );
    }),
};
