import { REAL_THINGS } from '../../domain/reserved.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { filesOf } from '../library.ts';
import { problemIn, type Rule } from '../rule.ts';

/**
 * Words that must not stand in our own text, by language, with what to write instead. Quotations of
 * a title are left alone.
 */
const BANNED: readonly { pattern: RegExp; instead: string }[] = [
  {
    pattern: /child(?:ren)?[ -]porn(?:ography)?|kiddie porn/giu,
    instead: 'child sexual abuse material (CSAM)',
  },
  {
    pattern: /child prostitut(?:e|es|ion)/giu,
    instead: 'exploitation of children in prostitution',
  },
  {
    pattern: /child sex tourism/giu,
    instead: 'sexual exploitation of children in travel and tourism',
  },
  { pattern: /\bpa?edophiles?\b/giu, instead: 'suspect, or offender after judgment' },
  { pattern: /\bsextortion\b/giu, instead: 'sexual extortion of children' },
  {
    pattern: /儿童色情(?:制品)?|雏妓|童妓|恋童癖|诱奸/gu,
    instead: '儿童性虐待材料 and the other forms of the glossary',
  },
  {
    pattern:
      /استغلال الأطفال في المواد الإباحية|المواد الإباحية المتعلقة بالأطفال|السياحة الجنسية/gu,
    instead: 'مواد الاعتداء الجنسي على الأطفال',
  },
  {
    pattern: /p(?:é|e)dopornographie|pornographie enfantine|p(?:é|e)dophiles?\b/giu,
    instead: 'matériel d’abus sexuel d’enfants',
  },
  {
    pattern: /детск(?:ая|ой|ую) порнографи[яию]|педофил/giu,
    instead: 'материалы о сексуальном насилии над детьми',
  },
  {
    pattern: /pornograf(?:í|i)a infantil|ped(?:ó|o)fil[oa]s?\b|pederasta/giu,
    instead: 'material de abuso sexual de niñas, niños y adolescentes',
  },
];

const QUOTED = /“[^”]*”|«[^»]*»|《[^》]*》|„[^“]*“/gu;

function find(
  file: Source<unknown>,
  text: string,
  rule: string,
  pattern: RegExp,
  message: (found: string) => string | undefined,
): Problem[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = message(match[0]);
    if (said === undefined) return [];
    const before = text.slice(0, match.index).split('\n');
    return [
      problemIn(
        rule,
        file.file,
        { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
        said,
      ),
    ];
  });
}

/** Text with every match replaced by spaces, so that places stay where they are. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '));
}

/** Superseded words stand only inside a quotation of the instrument that uses them. */
export const bannedTerms: Rule = {
  names: ['banned-term'],
  about: 'superseded and harmful words stand only in quotation',
  check: (library) =>
    filesOf(library)
      .filter(({ file }) => !file.endsWith('sources.yaml'))
      .flatMap((file) => {
        const text = blank(file.text, QUOTED);
        return BANNED.flatMap(({ pattern, instead }) =>
          find(
            file,
            text,
            'banned-term',
            pattern,
            (found) =>
              `“${found}” is not our word. Write: ${instead}. Inside an instrument's title or a quotation, put it in quotation marks of the language.`,
          ),
        );
      }),
};

/** Files that list what was read, so their addresses are real. */
const listsSources = (file: string): boolean =>
  /(?:^|\/)(?:sources|jurisdiction)\.yaml$/.test(file);

/** Cases use reserved addresses only: nothing in them can belong to a real person or service. */
export const realAddresses: Rule = {
  names: ['real-looking-address'],
  about: 'cases use reserved domains and addresses only, and no telephone numbers',
  check: (library) =>
    filesOf(library)
      .filter(({ file }) => !listsSources(file))
      .flatMap((file) =>
        REAL_THINGS.flatMap(({ what, pattern, allowed, instead }) => {
          const text = what === 'domain' ? blank(file.text, /[\w.+-]+@[\w.-]+/g) : file.text;
          return find(file, text, 'real-looking-address', pattern, (found) =>
            allowed.test(found)
              ? undefined
              : `\`${found}\` looks like a real ${what}. Use ${instead}.`,
          );
        }),
      ),
};
