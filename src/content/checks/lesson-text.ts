import { countWords, outline } from '../mdx.ts';
import { list, problemIn, type Rule } from '../rule.ts';
import { lessonPages } from './pages.ts';

/** Components that lessons may use; the lesson page passes exactly these. */
const COMPONENTS = [
  'Deeper',
  'Example',
  'Figure',
  'KeyPoint',
  'LawSlot',
  'Notice',
  'Question',
  'Ref',
  'SelfCheck',
  'Source',
  'StopPoint',
  'Term',
  'Trainer',
] as const;

const known: readonly string[] = COMPONENTS;

/** The running text is valid MDX without program code, and every component in it exists. */
export const lessonText: Rule = {
  names: ['mdx-syntax', 'unknown-component', 'code-in-lesson'],
  about: 'lessons are valid MDX, use known components and contain no program code',
  check: (library) =>
    lessonPages(library).flatMap(({ page }) => {
      const text = outline(page);
      if (text.broken) {
        return [
          problemIn(
            'mdx-syntax',
            page.file,
            text.broken,
            `This line is not valid MDX: ${text.broken.message.replace(/\.?$/, '.')} Close every tag, and write \`&lt;\` and \`&#123;\` for a loose \`<\` or \`{\`.`,
          ),
        ];
      }
      return [
        ...text.components
          .filter(({ name }) => /^[A-Z]/.test(name) && !known.includes(name))
          .map((used) =>
            problemIn(
              'unknown-component',
              page.file,
              used,
              `There is no component <${used.name}>. Correct the spelling, or use one of: ${list(COMPONENTS)}.`,
            ),
          ),
        ...text.code.map((code) =>
          problemIn(
            'code-in-lesson',
            page.file,
            code,
            `Lessons hold no program code, but here stands ${code.what}. Use Markdown and the components that courses/README.md lists.`,
          ),
        ),
      ];
    }),
};

/** A lesson keeps to the length that makes it readable in one sitting. */
export const lessonLength: Rule = {
  names: ['lesson-length', 'key-points'],
  about:
    'English lessons have 900 to 1,000 words of core text and at most 300 folded; key points are few and short',
  check: (library) =>
    lessonPages(library).flatMap(({ page, locale, lesson }) => {
      const text = outline(page);
      const spine = lesson.spine.data;
      if (!spine || text.broken) return [];
      const points = text.components.filter(({ name }) => name === 'KeyPoint');
      const problems = points
        .slice(2)
        .map((point) =>
          problemIn(
            'key-points',
            page.file,
            point,
            `This page has ${points.length} key points; more than two and none stands out. Keep the two that a learner must take away.`,
          ),
        );
      if (locale !== 'en') return problems;
      problems.push(
        ...points
          .filter((point) => countWords(point.text) > 25)
          .map((point) =>
            problemIn(
              'key-points',
              page.file,
              point,
              `This key point has ${countWords(point.text)} words. Say it in at most 25.`,
            ),
          ),
      );
      if (spine.kind !== 'lesson' || spine.status !== 'ready') return problems;
      const count = (folded: boolean): number =>
        text.sections
          .flatMap((section) => [
            { text: section.heading, inside: [] as readonly string[] },
            ...section.paragraphs,
          ])
          .filter(
            ({ inside }) => !inside.includes('Trainer') && inside.includes('Deeper') === folded,
          )
          .reduce((sum, paragraph) => sum + countWords(paragraph.text), 0);
      const [core, deeper] = [count(false), count(true)];
      if (core < 900 || core > 1000) {
        problems.push(
          problemIn(
            'lesson-length',
            page.file,
            { line: page.bodyLine, column: 1 },
            `The core text has ${core} words; a lesson has 900 to 1,000. ${core < 900 ? 'Add what a learner still needs, or join it with a neighbour.' : 'Cut, or fold what is not needed into <Deeper>.'}`,
          ),
        );
      }
      if (deeper > 300) {
        problems.push(
          problemIn(
            'lesson-length',
            page.file,
            { line: page.bodyLine, column: 1 },
            `The folded parts have ${deeper} words; at most 300 are read. Cut them.`,
          ),
        );
      }
      return problems;
    }),
};

/** Everything a page shows by id is declared in its spine, and everything declared is shown. */
export const lessonIds: Rule = {
  names: ['question-not-in-lesson', 'unknown-id', 'not-shown'],
  about: 'pages show exactly the questions, facts, figures and law slots that lesson.yaml declares',
  check: (library) =>
    lessonPages(library).flatMap(({ page, lesson }) => {
      const spine = lesson.spine.data;
      const text = outline(page);
      if (!spine || text.broken) return [];
      const declared: Record<string, { attribute: string; ids: readonly string[]; key: string }> = {
        Question: { attribute: 'id', ids: spine.practice, key: 'practice' },
        Source: { attribute: 'fact', ids: Object.keys(spine.facts), key: 'facts' },
        Figure: { attribute: 'id', ids: Object.keys(spine.figures), key: 'figures' },
        LawSlot: { attribute: 'id', ids: spine.law, key: 'law' },
        Term: { attribute: 'id', ids: Object.keys(library.glossary.data ?? {}), key: '' },
        Ref: { attribute: 'id', ids: library.references.map((each) => each.id), key: '' },
      };
      return Object.entries(declared).flatMap(([name, { attribute, ids, key }]) => {
        const used = text.components.filter((component) => component.name === name);
        const unknown = used
          .filter((component) => !ids.includes(component.attributes[attribute] ?? ''))
          .map((component) => {
            const id = component.attributes[attribute] ?? '';
            if (name === 'Question') {
              return problemIn(
                'question-not-in-lesson',
                page.file,
                component,
                `This page shows the question \`${id}\`, but \`practice\` in lesson.yaml does not list it. Use one of: ${list(ids)}. Or add \`${id}\` there and to quiz.yaml.`,
              );
            }
            return problemIn(
              'unknown-id',
              page.file,
              component,
              `<${name} ${attribute}="${id}"> names nothing that exists. ${name === 'Term' ? 'Add the term to courses/glossary.yaml, or correct the spelling.' : name === 'Ref' ? `Use the folder's name of an instrument or a mechanism: ${list(ids)}.` : `Add \`${id}\` to \`${key}\` in lesson.yaml, or use one of: ${list(ids)}.`}`,
            );
          });
        const shown = used.map((component) => component.attributes[attribute]);
        const missing =
          key === ''
            ? []
            : ids
                .filter((id) => !shown.includes(id))
                .map((id) =>
                  problemIn(
                    'not-shown',
                    page.file,
                    { line: page.bodyLine, column: 1 },
                    `lesson.yaml declares \`${id}\` in \`${key}\`, but this page does not show it. Add <${name} ${attribute}="${id}" /> where it belongs, or remove the declaration.`,
                  ),
                );
        return [...unknown, ...missing];
      });
    }),
};
