import { existsSync, readFileSync } from 'node:fs';
import { headingsOf } from '../headings.ts';
import { outline } from '../mdx.ts';
import { problemIn, type Rule } from '../rule.ts';
import { lessonPages } from './pages.ts';

/** Links lead somewhere: to a lesson, a part of this page, or a secure address; and say where. */
export const links: Rule = {
  names: ['dead-link', 'link-text'],
  about: 'links lead to lessons and headings that exist, and say where they lead',
  check: (library) =>
    lessonPages(library).flatMap(({ course, page }) => {
      const here = headingsOf(page).map(({ id }) => id);
      return outline(page).links.flatMap((link) => {
        const problems = [];
        if (
          /^(?:here|click here|this|link|more)$/i.test(link.text.trim()) ||
          link.text.trim() === ''
        ) {
          problems.push(
            problemIn(
              'link-text',
              page.file,
              link,
              `“${link.text}” does not say where the link leads. Use the name of the page.`,
            ),
          );
        }
        const inside = /^\.\.\/([a-z0-9-]+)\/(?:#(.*))?$/.exec(link.url);
        const lesson = course.lessons.find(({ id }) => id === inside?.[1]);
        const target =
          lesson?.pages[page.file.split('/').at(-1)?.split('.')[0] as 'en'] ?? lesson?.pages.en;
        const own = [
          'quiz-a',
          'quiz-b',
          'case',
          'completion',
          ...course.labs.map((lab) => `lab-${lab.spine.data?.id ?? ''}`),
        ];
        const fine =
          /^https:\/\//.test(link.url) ||
          (link.url.startsWith('#') && here.includes(decodeURIComponent(link.url.slice(1)))) ||
          (inside !== null && own.includes(inside[1] ?? '')) ||
          (target !== undefined &&
            (inside?.[2] === undefined ||
              headingsOf(target).some(({ id }) => id === decodeURIComponent(inside[2] ?? ''))));
        if (!fine) {
          problems.push(
            problemIn(
              'dead-link',
              page.file,
              link,
              `\`${link.url}\` leads nowhere. Link to a lesson of this course as \`../lesson-folder/\`, to a heading as \`#heading-id\`, or to an \`https://\` address.`,
            ),
          );
        }
        return problems;
      });
    }),
};

/** Pictures and figures carry the words that replace them. */
export const pictures: Rule = {
  names: ['image-without-text', 'figure-missing', 'figure-label'],
  about: 'every picture has a text alternative and every figure its file and labels',
  check: (library) => [
    ...lessonPages(library).flatMap(({ page }) =>
      outline(page)
        .images.filter((image) => image.alt.trim() === '')
        .map((image) =>
          problemIn(
            'image-without-text',
            page.file,
            image,
            `The picture \`${image.url}\` has no text alternative. Write \`![what it shows](...)\`.`,
          ),
        ),
    ),
    ...library.courses.flatMap((course) =>
      course.lessons.flatMap(({ spine, folder }) =>
        Object.entries(spine.data?.figures ?? {}).flatMap(([id, figure]) => {
          const file = `${folder}/media/${id}.svg`;
          if (!existsSync(`${library.root}/${file}`)) {
            return [
              problemIn(
                'figure-missing',
                spine.file,
                spine.place(['figures', id]),
                `There is no \`media/${id}.svg\`. Draw it, or remove the figure here.`,
              ),
            ];
          }
          const drawn = figureLabels(`${library.root}/${file}`);
          return [
            ...figure.labels
              .filter((label) => !drawn.includes(label))
              .map((label) =>
                problemIn(
                  'figure-label',
                  spine.file,
                  spine.place(['figures', id, 'labels']),
                  `\`media/${id}.svg\` has no \`<text data-label="${label}">\`. Add it there, or remove the label.`,
                ),
              ),
            ...drawn
              .filter((label) => !figure.labels.includes(label))
              .map((label) =>
                problemIn(
                  'figure-label',
                  spine.file,
                  spine.place(['figures', id, 'labels']),
                  `\`media/${id}.svg\` draws the label \`${label}\`, which \`labels\` does not list. Add it here, or remove it there.`,
                ),
              ),
          ];
        }),
      ),
    ),
  ],
};

/** The label keys that a figure's file draws. */
function figureLabels(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/data-label="([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
}
