import type { Library, ReferenceFiles } from '../library.ts';
import type { Problem } from '../problem.ts';
import { list, problemAt, type Rule } from '../rule.ts';
import { compare, keys } from './words.ts';

/** Lists of statements in a reference's spine, each of which has words and rests on a fact. */
const STATEMENTS = ['status', 'can', 'cannot', 'use', 'articles'] as const;

/** An instrument or mechanism says what it can and cannot do, and where each statement was read. */
export const referenceSpines: Rule = {
  names: [
    'reference-folder',
    'reference-twice',
    'reference-unsourced',
    'reference-cannot',
    'reference-unknown',
  ],
  about:
    'instruments and mechanisms say what they can and cannot do, and every statement names a fact with a source',
  check: (library) => [
    ...library.references.flatMap((reference) => [
      ...names(library, reference),
      ...statements(reference),
      ...places(library, reference),
    ]),
    ...referenceWords(library),
  ],
};

function names(library: Library, { id, kind, spine }: ReferenceFiles): Problem[] {
  const problems: Problem[] = [];
  if (spine.data && spine.data.id !== id) {
    problems.push(
      problemAt(
        'reference-folder',
        spine,
        ['id'],
        `The id is \`${spine.data.id}\`, but the folder is \`${id}\`. They are the address and must agree: rename one of them.`,
      ),
    );
  }
  if (
    kind === 'mechanism' &&
    library.references.some((each) => each.id === id && each.kind === 'instrument')
  ) {
    problems.push(
      problemAt(
        'reference-twice',
        spine,
        ['id'],
        `An instrument has the id \`${id}\` too, so <Ref id="${id}"> could mean either. Rename one of them.`,
      ),
    );
  }
  return problems;
}

function statements({ spine }: ReferenceFiles): Problem[] {
  const data = spine.data;
  if (!data) return [];
  const used: { fact: string; path: readonly PropertyKey[]; strict: boolean }[] = [
    { fact: data.purpose, path: ['purpose'], strict: true },
    ...STATEMENTS.flatMap((part) =>
      data[part].map(({ fact }, index) => ({
        fact,
        path: [part, index, 'fact'],
        strict: part === 'status' || part === 'articles',
      })),
    ),
    ...data.then.flatMap(({ now }, index) =>
      now ? [{ fact: now.fact, path: ['then', index, 'now', 'fact'], strict: true }] : [],
    ),
  ];
  const problems = used.flatMap(({ fact, path, strict }) => {
    const known = data.facts[fact];
    if (!known) {
      return [
        problemAt(
          'reference-unsourced',
          spine,
          path,
          `This statement rests on \`${fact}\`, which \`facts\` does not have. Add it there with the source you read and the day, or leave the statement out.`,
        ),
      ];
    }
    return strict && known.standing === 'practice'
      ? [
          problemAt(
            'reference-unsourced',
            spine,
            path,
            `For \`${fact}\` no source was read. Purpose, status, articles and figures need one: read it, or leave the statement out.`,
          ),
        ]
      : [];
  });
  Object.keys(data.facts).forEach((fact) => {
    if (!used.some((each) => each.fact === fact)) {
      problems.push(
        problemAt(
          'reference-unknown',
          spine,
          ['facts', fact],
          `No statement rests on \`${fact}\`. Remove it, or name it where it belongs.`,
        ),
      );
    }
  });
  for (const part of ['can', 'cannot'] as const) {
    if (data[part].length === 0) {
      problems.push(
        problemAt(
          'reference-cannot',
          spine,
          ['id'],
          `\`${part}\` is empty. Say at least one thing that it ${part === 'can' ? 'can do' : 'cannot do'}: readers come for that.`,
        ),
      );
    }
  }
  return problems;
}

/** Ids of other files that a reference names: modules, needs, terms and other references. */
function places(library: Library, { id, spine }: ReferenceFiles): Problem[] {
  const data = spine.data;
  if (!data) return [];
  const named: {
    value: string;
    path: readonly PropertyKey[];
    known: readonly string[];
    file: string;
  }[] = [];
  const add = (
    values: readonly string[],
    path: readonly PropertyKey[],
    known: readonly string[] | undefined,
    file: string,
  ): void => {
    if (known)
      values.forEach((value, index) => named.push({ value, path: [...path, index], known, file }));
  };
  add(
    data.modules,
    ['modules'],
    library.modules.data?.modules.map(({ code }) => code),
    'courses/modules.yaml',
  );
  add(
    data.related,
    ['related'],
    library.references.map((each) => each.id).filter((each) => each !== id),
    'instruments/ and mechanisms/',
  );
  add(
    data.terms,
    ['terms'],
    library.glossary.data && Object.keys(library.glossary.data),
    'courses/glossary.yaml',
  );
  const needs = library.needs?.spine.data?.needs ?? [];
  for (const part of ['can', 'cannot'] as const) {
    data[part].forEach((each, index) =>
      add(each.needs, [part, index, 'needs'], needs, 'courses/needs.yaml'),
    );
  }
  return named
    .filter(({ value, known }) => !known.includes(value))
    .map(({ value, path, known, file }) =>
      problemAt(
        'reference-unknown',
        spine,
        path,
        `\`${value}\` is not in ${file}. Use one of: ${list(known)}.`,
      ),
    );
}

function referenceWords(library: Library): Problem[] {
  const problems: Problem[] = [];
  for (const { spine, words, kind } of library.references) {
    const data = spine.data;
    if (!data) continue;
    if (!words.en) {
      problems.push(
        problemAt(
          'words-missing',
          spine,
          ['id'],
          'There are no English words. Add `en.yaml` beside this file; other languages are made from it.',
        ),
      );
    }
    for (const file of Object.values(words)) {
      const told = file.data;
      if (!told) continue;
      for (const part of [...STATEMENTS, 'then'] as const) {
        const given = keys(told[part]);
        const ids = data[part].map((each) => each.id);
        // A line of a status may be complete with its kind, count and day.
        const wanted = part === 'status' ? ids.filter((id) => given.includes(id)) : ids;
        problems.push(...compare(file, `${kind}.yaml`, [part], wanted, given));
      }
    }
  }
  const needs = library.needs;
  const wanted = needs?.spine.data?.needs;
  for (const file of Object.values(needs?.words ?? {})) {
    if (wanted && file.data)
      problems.push(...compare(file, 'needs.yaml', ['needs'], wanted, keys(file.data.needs)));
  }
  return problems;
}

/** A word that says more than its kind of status, by kind: signed, ratified and in force are three things. */
const SIGNED = /\bsign(?:s|ed|ing|ator(?:y|ies)|atures?)?\b/i;
const BOUND = /\b(?:ratif\w+|acced\w+|accession\w*|part(?:y|ies)\b(?! of))/i;
const FORCE = /\b(?:in force|into force|enter(?:s|ed)? into force)\b/i;
const FORBIDDEN: Readonly<Record<string, readonly { pattern: RegExp; kind: string }[]>> = {
  adopted: [
    { pattern: SIGNED, kind: 'opened` or `signatories' },
    { pattern: BOUND, kind: 'parties` or `ratified' },
    { pattern: FORCE, kind: 'in-force' },
  ],
  opened: [
    { pattern: BOUND, kind: 'parties` or `ratified' },
    { pattern: FORCE, kind: 'in-force' },
  ],
  signatories: [
    { pattern: BOUND, kind: 'parties` or `ratified' },
    { pattern: FORCE, kind: 'in-force` or `not-in-force' },
  ],
  ratified: [
    { pattern: SIGNED, kind: 'signatories' },
    { pattern: FORCE, kind: 'in-force` or `not-in-force' },
  ],
  parties: [
    { pattern: SIGNED, kind: 'signatories' },
    { pattern: FORCE, kind: 'in-force' },
  ],
  'in-force': [
    { pattern: SIGNED, kind: 'signatories' },
    { pattern: BOUND, kind: 'parties` or `ratified' },
  ],
};

/** Signed, ratified and in force are three things, and each line of a status speaks of one of them only. */
export const referenceStatus: Rule = {
  names: ['status-mixed'],
  about:
    'no line of a status mixes signed, ratified and in force, and counts stand where things are counted',
  check: (library) =>
    library.references.flatMap(({ spine, words }) => {
      const status = spine.data?.status ?? [];
      const problems = status.flatMap(({ kind, count, on }, index) => {
        const counted = kind === 'signatories' || kind === 'parties' || kind === 'ratified';
        if (counted !== (count !== undefined)) {
          return [
            problemAt(
              'status-mixed',
              spine,
              ['status', index, 'kind'],
              counted
                ? `\`${kind}\` counts States. Add \`count\`; the fact says as of when.`
                : `\`${kind}\` is an event, not a number. Remove \`count\`, or use \`signatories\`, \`ratified\` or \`parties\`.`,
            ),
          ];
        }
        const dated = ['adopted', 'opened', 'in-force', 'applies', 'replaced'].includes(kind);
        return dated && on === undefined
          ? [
              problemAt(
                'status-mixed',
                spine,
                ['status', index, 'kind'],
                `\`${kind}\` happened on a day. Add \`on\`.`,
              ),
            ]
          : [];
      });
      const kinds = status.map(({ kind }) => kind);
      if (kinds.includes('in-force') && kinds.includes('not-in-force')) {
        problems.push(
          problemAt(
            'status-mixed',
            spine,
            ['status'],
            'It cannot be in force and not in force. Keep the line that the newest source supports.',
          ),
        );
      }
      const told = words.en;
      for (const { id, kind } of status) {
        const text = told?.data?.status[id];
        if (!told || text === undefined) continue;
        for (const { pattern, kind: right } of FORBIDDEN[kind] ?? []) {
          const found = pattern.exec(text)?.[0];
          if (found === undefined) continue;
          problems.push(
            problemAt(
              'status-mixed',
              told,
              ['status', id],
              `This line is of the kind \`${kind}\`, but says “${found}”. Signed, ratified and in force are three things: make a line of the kind \`${right}\` for it.`,
            ),
          );
        }
      }
      return problems;
    }),
};

/** The page “Who can do this for you?” answers both halves for every need. */
export const needsAnswered: Rule = {
  names: ['need-one-sided'],
  about: 'for every need some instrument or mechanism can help, and some cannot, with the reason',
  check: (library) => {
    const spine = library.needs?.spine;
    return (spine?.data?.needs ?? []).flatMap((need, index) =>
      (['can', 'cannot'] as const)
        .filter(
          (part) =>
            !library.references.some((each) =>
              each.spine.data?.[part].some(({ needs }) => needs.includes(need)),
            ),
        )
        .map((part) =>
          problemAt(
            'need-one-sided',
            spine ?? library.modules,
            ['needs', index],
            `No instrument or mechanism names \`${need}\` below \`${part}\`. Add it to one of them, or remove the need.`,
          ),
        ),
    );
  },
};
