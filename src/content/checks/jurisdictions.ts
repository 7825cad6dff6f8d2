import type { JurisdictionFiles, Library } from '../library.ts';
import type { Problem } from '../problem.ts';
import { list, problemAt, type Rule } from '../rule.ts';
import { isFictionalCode } from '../schemas/jurisdiction.ts';
import { compare, keys } from './words.ts';

const RESERVED = /^https?:\/\/(?:[\w-]+\.)*example(?:\.(?:org|net|com))?(?:[/:?#]|$)/;

/** A slot of national law that a lesson declares. */
interface Declared {
  readonly slot: string;
  /** The lesson's English question. */
  readonly question: string;
  readonly lesson: Library['courses'][number]['lessons'][number];
  readonly published: boolean;
}

function declared(library: Library): Declared[] {
  return library.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) =>
      (lesson.spine.data?.law ?? []).map((slot) => ({
        slot,
        question: lesson.pages.en?.data?.law[slot] ?? '',
        lesson,
        published: course.spine.data?.status === 'ready' && lesson.spine.data?.status === 'ready',
      })),
    ),
  );
}

/** Answers of national law name the text they rest on, answer a slot that exists, and are read again in time. */
export const nationalLaw: Rule = {
  names: [
    'law-code',
    'law-slot-unknown',
    'law-unsourced',
    'law-dates',
    'law-expired',
    'law-address',
  ],
  about:
    'answers of national law belong to slots of lessons, name the text that was read, and their review date lies ahead',
  check: (library, { today }) => {
    const slots = [...new Set(declared(library).map(({ slot }) => slot))];
    const unreadable = library.courses.some((course) =>
      course.lessons.some((lesson) => !lesson.spine.data),
    );
    return library.jurisdictions.flatMap((files) => [
      ...code(files),
      ...answers(files, unreadable ? undefined : slots, today),
      ...texts(files),
      ...words(files),
    ]);
  },
};

function code({ id, spine }: JurisdictionFiles): Problem[] {
  const data = spine.data;
  if (!data) return [];
  if (data.id !== id) {
    return [
      problemAt(
        'law-code',
        spine,
        ['id'],
        `The id is \`${data.id}\`, but the folder is \`${id}\`. They must agree: rename one of them.`,
      ),
    ];
  }
  if (data.fictional === isFictionalCode(id)) return [];
  return [
    problemAt(
      'law-code',
      spine,
      data.fictional ? ['fictional'] : ['id'],
      data.fictional
        ? `\`${id}\` may be the code of a real State, and this one is fictional. Use a code that ISO 3166 leaves to users, such as \`xa\`.`
        : `\`${id}\` is a code that ISO 3166 leaves to users, so no State has it. Add \`fictional: true\`, or use the State's own code.`,
    ),
  ];
}

function answers(
  { spine }: JurisdictionFiles,
  slots: readonly string[] | undefined,
  today: string | undefined,
): Problem[] {
  return Object.entries(spine.data?.slots ?? {}).flatMap(([slot, filled]) => {
    const problems: Problem[] = [];
    if (slots && !slots.includes(slot)) {
      problems.push(
        problemAt(
          'law-slot-unknown',
          spine,
          ['slots', slot],
          `No lesson has a slot \`${slot}\`. Correct the spelling, or remove the answer. The slots are: ${list(slots)}.`,
        ),
      );
    }
    if (Object.keys(filled.sources).length === 0) {
      problems.push(
        problemAt(
          'law-unsourced',
          spine,
          ['slots', slot],
          `\`${slot}\` names no text. Write below \`sources\` the key of the law that you read and the section in it. An answer without a source is left empty.`,
        ),
      );
    }
    for (const key of Object.keys(filled.sources)) {
      if (!(key in (spine.data?.sources ?? {}))) {
        problems.push(
          problemAt(
            'law-unsourced',
            spine,
            ['slots', slot, 'sources', key],
            `\`sources\` of this file has no \`${key}\`. Add it with title, publisher and the day you read it, or correct the spelling.`,
          ),
        );
      }
    }
    if (filled.review_by <= filled.checked) {
      problems.push(
        problemAt(
          'law-dates',
          spine,
          ['slots', slot, 'review_by'],
          `\`${slot}\` is to be read again on ${filled.review_by}, but it was checked on ${filled.checked}. Set a later \`review_by\`.`,
        ),
      );
    }
    if (today !== undefined && filled.review_by < today) {
      problems.push(
        problemAt(
          'law-expired',
          spine,
          ['slots', slot, 'review_by'],
          `\`${slot}\` was due for checking on ${filled.review_by}. Read the law again, correct the answer if needed, and set new \`checked\` and \`review_by\`.`,
          'warning',
        ),
      );
    }
    return problems;
  });
}

/** A real State rests on real texts, a fictional one on none that somebody could have. */
function texts({ spine }: JurisdictionFiles): Problem[] {
  const fictional = spine.data?.fictional ?? false;
  return Object.entries(spine.data?.sources ?? {}).flatMap(([key, { url }]) =>
    url === undefined || RESERVED.test(url) === fictional
      ? []
      : [
          problemAt(
            'law-address',
            spine,
            ['sources', key, 'url'],
            fictional
              ? `\`${url}\` could be somebody's. The laws of a fictional State stand below \`example.org\`.`
              : `\`${url}\` is no real address. Name the page on which you read the law, or leave \`url\` out if it exists on paper only.`,
          ),
        ],
  );
}

function words({ spine, words: own }: JurisdictionFiles): Problem[] {
  const data = spine.data;
  if (!data) return [];
  const files = Object.values(own);
  if (files.length === 0) {
    return [
      problemAt(
        'words-missing',
        spine,
        ['id'],
        'There are no words. Add `en.yaml` or another language beside this file, with `name` and the answers below `slots`.',
      ),
    ];
  }
  // A State may publish its answers in one language only, so each file is compared for what it must not have.
  const told = files.flatMap((file) => keys(file.data?.slots));
  return [
    ...files.flatMap((file) =>
      file.data
        ? compare(
            file,
            'jurisdiction.yaml',
            ['slots'],
            keys(file.data.slots).filter((slot) => slot in data.slots),
            keys(file.data.slots),
          )
        : [],
    ),
    ...keys(data.slots)
      .filter((slot) => files.every((file) => file.data) && !told.includes(slot))
      .map((slot) =>
        problemAt(
          'words-missing',
          spine,
          ['slots', slot],
          `No language file has an answer for \`${slot}\`. Write it below \`slots\` there.`,
        ),
      ),
  ];
}

/** The fictional State that is the worked example. Others, made for an exercise, may leave places open. */
const WORKED_EXAMPLE = 'xa';

/** One slot is one question, and the fictional State answers all of them, so that it stays a true example. */
export const lawSlots: Rule = {
  names: ['law-question-differs', 'law-slot-unfilled'],
  about:
    'one slot of national law asks one question everywhere, and the fictional State answers every slot',
  check: (library) => {
    const all = declared(library);
    const problems: Problem[] = [];
    all.forEach((each, index) => {
      const first = all.findIndex(({ slot }) => slot === each.slot);
      const other = all[first];
      if (first < index && other && other.question !== each.question && each.lesson.pages.en) {
        problems.push(
          problemAt(
            'law-question-differs',
            each.lesson.pages.en,
            ['law', each.slot],
            `${other.lesson.folder}/en.mdx asks another question for \`${each.slot}\`: “${other.question}” A State gives one answer to a slot. Use the same words, or another id.`,
          ),
        );
      }
    });
    for (const { id, spine } of library.jurisdictions) {
      if (id !== WORKED_EXAMPLE || !spine.data) continue;
      const filled = spine.data.slots;
      const open = new Map(
        all
          .filter(({ slot, published }) => published && !(slot in filled))
          .map((each) => [each.slot, each]),
      );
      for (const [slot, { lesson, question }] of open) {
        problems.push(
          problemAt(
            'law-slot-unfilled',
            spine,
            ['slots'],
            `The worked example does not answer \`${slot}\` of ${lesson.folder}: “${question}” Add it here with its source, and the words in en.yaml.`,
          ),
        );
      }
    }
    return problems;
  },
};
