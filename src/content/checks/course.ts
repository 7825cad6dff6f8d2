import { list, problemAt, type Rule } from '../rule.ts';

/** The spine of a course names lessons, labs, outcomes and misconceptions that exist, and a module of the map. */
export const courseSpine: Rule = {
  names: ['course-part-missing', 'folder-name', 'unknown-key', 'module-not-on-map'],
  about: 'course.yaml names lessons, labs, outcomes and misconceptions that exist',
  check: (library) =>
    library.courses.flatMap((course) => {
      const spine = course.spine.data;
      if (!spine) return [];
      const problems = [];
      if (spine.id !== course.id) {
        problems.push(
          problemAt(
            'folder-name',
            course.spine,
            ['id'],
            `The id is \`${spine.id}\`, but the folder is \`${course.id}\`. They are the address and must agree: rename one of them.`,
          ),
        );
      }
      const modules = library.modules.data?.modules;
      if (
        modules &&
        !modules.some((module) => module.id === spine.id && module.code === spine.code)
      ) {
        problems.push(
          problemAt(
            'module-not-on-map',
            course.spine,
            ['id'],
            `courses/modules.yaml has no module \`${spine.id}\` with the code \`${spine.code}\`. Add it there, or correct id and code.`,
          ),
        );
      }
      spine.lessons.forEach((id, index) => {
        if (!course.lessons.some((lesson) => lesson.id === id)) {
          problems.push(
            problemAt(
              'course-part-missing',
              course.spine,
              ['lessons', index],
              `There is no lesson folder \`${id}\` with a lesson.yaml. Make it with \`npm run new -- lesson ${course.id} ${id}\`, or remove it from \`lessons\`.`,
            ),
          );
        }
      });
      spine.labs.forEach((id, index) => {
        if (!course.labs.some((lab) => lab.spine.file.split('/').at(-2) === id)) {
          problems.push(
            problemAt(
              'course-part-missing',
              course.spine,
              ['labs', index],
              `There is no lab folder \`labs/${id}\` with a lab.yaml. Add it, or remove it from \`labs\`.`,
            ),
          );
        }
      });
      spine.tested.forEach((outcome, index) => {
        if (!spine.outcomes.includes(outcome)) {
          problems.push(
            problemAt(
              'unknown-key',
              course.spine,
              ['tested', index],
              `\`${outcome}\` is no outcome of this course. Use one of: ${list(spine.outcomes)}.`,
            ),
          );
        }
      });
      for (const lesson of course.lessons) {
        const words = lesson.spine.data;
        if (!words) continue;
        if (words.id !== lesson.id) {
          problems.push(
            problemAt(
              'folder-name',
              lesson.spine,
              ['id'],
              `The id is \`${words.id}\`, but the folder is \`${lesson.id}\`. They are the address and must agree: rename one of them.`,
            ),
          );
        }
        words.outcomes.forEach((outcome, index) => {
          if (!spine.outcomes.includes(outcome)) {
            problems.push(
              problemAt(
                'unknown-key',
                lesson.spine,
                ['outcomes', index],
                `\`${outcome}\` is no outcome of this course. Use one of: ${list(spine.outcomes)}.`,
              ),
            );
          }
        });
        words.practice.forEach((item, index) => {
          const items = course.quiz?.spine.data?.items;
          if (
            items &&
            !items.some((candidate) => candidate.id === item && candidate.form === 'p')
          ) {
            problems.push(
              problemAt(
                'unknown-key',
                lesson.spine,
                ['practice', index],
                `quiz.yaml has no practice item \`${item}\`. Add it with \`form: p\`, or remove it here.`,
              ),
            );
          }
        });
      }
      return problems;
    }),
};

/** Minutes that a sitting of a form takes: twelve items, a part of them with an exhibit to read. */
const FORM_MINUTES = 20;

/** What a module tells of its length is what its parts tell of theirs, so that the hours of a role's path are real. */
export const courseMinutes: Rule = {
  names: ['course-too-short'],
  about: 'the minutes of a module hold the minutes of its lessons, case, labs and forms',
  check: (library) =>
    library.courses.flatMap((course) => {
      const spine = course.spine.data;
      if (spine?.status !== 'ready') return [];
      const add = (minutes: readonly number[]): number =>
        minutes.reduce((sum, each) => sum + each, 0);
      const lessons = add(
        course.lessons.map(({ spine: { data } }) => (data ? data.minutes + data.deeper : 0)),
      );
      const scenario = course.scenario?.spine.data?.minutes ?? 0;
      const labs = add(course.labs.map((lab) => lab.spine.data?.minutes ?? 0));
      const forms = course.quiz ? 2 * FORM_MINUTES : 0;
      const parts = lessons + scenario + labs + forms;
      const told = spine.minutes.core + spine.minutes.deeper;
      return parts <= told
        ? []
        : [
            problemAt(
              'course-too-short',
              course.spine,
              ['minutes'],
              `The parts take ${parts} minutes: lessons ${lessons}, case ${scenario}, labs ${labs}, forms ${forms}. \`core\` and \`deeper\` together declare ${told}. Declare what the parts take.`,
            ),
          ];
    }),
};
