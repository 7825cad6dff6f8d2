import { guidePlace } from '../guide.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { problemAt, type Rule } from '../rule.ts';

/** Modules answer places that the guide has, and none of which our list says that no module answers it. */
export const guidePlaces: Rule = {
  names: ['guide-place-unknown', 'guide-place-not-ours'],
  about:
    'courses and planned modules answer places of the discussion guide that exist and are ours to answer',
  check: (library) => [
    ...library.courses.flatMap(({ spine }) =>
      (spine.data?.answers ?? []).flatMap((place, index) =>
        problemsOfPlace(spine, ['answers', index], place),
      ),
    ),
    ...(library.modules.data?.modules ?? []).flatMap(({ answers }, module) =>
      answers.flatMap((place, index) =>
        problemsOfPlace(library.modules, ['modules', module, 'answers', index], place),
      ),
    ),
  ],
};

function problemsOfPlace(
  file: Source<unknown>,
  path: readonly PropertyKey[],
  place: string,
): Problem[] {
  const entry = guidePlace(place);
  if (!entry) {
    return [
      problemAt(
        'guide-place-unknown',
        file,
        path,
        `The discussion guide has no place \`${place}\`. Write it as \`13(d)(i)\` or \`32\`; src/content/guide.ts lists all of them.`,
      ),
    ];
  }
  if (entry.answer === 'taught' || entry.answer === 'part') return [];
  return [
    problemAt(
      'guide-place-not-ours',
      file,
      path,
      `src/content/guide.ts says that no module answers \`${place}\` (\`${entry.answer}\`). Remove it here, or change its \`answer\` there if the module really teaches it.`,
    ),
  ];
}

/** The light version of a module names lessons that it has, and fits into its hour. */
export const lightVersions: Rule = {
  names: ['light-lesson-unknown', 'light-too-long'],
  about: 'light versions name lessons that exist and fit into the minutes they declare',
  check: (library) =>
    (library.modules.data?.modules ?? []).flatMap((module, at) => {
      const course = library.courses.find(({ id }) => id === module.id);
      const lessons =
        course?.spine.data?.status === 'ready' ? course.spine.data.lessons : undefined;
      if (!module.light || !course || !lessons) return [];
      const path = ['modules', at, 'light'];
      const unknown = module.light.lessons.flatMap((number, index) =>
        lessons[number] === undefined
          ? [
              problemAt(
                'light-lesson-unknown',
                library.modules,
                [...path, 'lessons', index],
                `\`${module.id}\` has no lesson ${number}; it has 1 to ${lessons.length - 1}. Name the lessons that the light version keeps.`,
              ),
            ]
          : [],
      );
      const kept = [0, ...module.light.lessons].map((number) => lessons[number]);
      const minutes = course.lessons
        .filter(({ id }) => kept.includes(id))
        .reduce((sum, { spine }) => sum + (spine.data?.minutes ?? 0), 0);
      return minutes <= module.light.minutes
        ? unknown
        : [
            ...unknown,
            problemAt(
              'light-too-long',
              library.modules,
              [...path, 'minutes'],
              `Its lessons alone take ${minutes} minutes, but the light version declares ${module.light.minutes}. Name fewer lessons or more minutes.`,
            ),
          ];
    }),
};
