import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { problemAt } from '../rule.ts';
import type {
  FieldWords,
  Sheet,
  SheetWords,
  WorksheetData,
  WorksheetWords,
} from '../schemas/labs/worksheet.ts';
import { placedSlots, sheetsOf, STEPS, type StepKey } from '../worksheet.ts';
import { findingWordProblems } from './finding.ts';
import { compare } from './words.ts';

const SPINE = 'lab.yaml';
type File = Source<unknown>;
const keys = (value: object | undefined): string[] => Object.keys(value ?? {});

/** Everything that is wrong with the words of a worksheet in one language. */
export function worksheetWordProblems(
  data: WorksheetData,
  words: WorksheetWords,
  file: File,
): Problem[] {
  const sheets = sheetsOf(data);
  const exhibits = STEPS.flatMap((step) => data.steps[step].exhibits);
  const same = (
    path: readonly string[],
    wanted: readonly string[],
    given: readonly string[],
  ): Problem[] => compare(file, SPINE, ['words', ...path], [...new Set(wanted)], given);
  const experts = sheets.flatMap(({ sheet }) =>
    (sheet.kind === 'cards' ? sheet.rows : sheet.fields).flatMap((each) =>
      each.experts.map(({ who }) => who),
    ),
  );
  return [
    ...same(
      ['exhibits'],
      exhibits.map(({ id }) => id),
      keys(words.exhibits),
    ),
    ...exhibits.flatMap((exhibit) => {
      const own = words.exhibits[exhibit.id];
      if (!own) return [];
      if (exhibit.kind === 'table') {
        const prose = exhibit.rows.flatMap((row) =>
          row.filter((_, index) => exhibit.prose.includes(exhibit.columns[index] ?? '')),
        );
        return [
          ...same(['exhibits', exhibit.id, 'columns'], exhibit.columns, keys(own.columns)),
          ...same(['exhibits', exhibit.id, 'cells'], prose, keys(own.cells)),
        ];
      }
      return exhibit.kind === 'text' && own.text === undefined
        ? [
            problemAt(
              'words-missing',
              file,
              ['words', 'exhibits', exhibit.id],
              `The exhibit \`${exhibit.id}\` has no \`text\`. Write it.`,
            ),
          ]
        : [];
    }),
    ...same(
      ['sheets'],
      sheets.map(({ sheet }) => sheet.id),
      keys(words.sheets),
    ),
    ...same(['experts'], experts, keys(words.experts)),
    ...same(['widgets'], keys(data.widgets), keys(words.widgets)),
    ...sheets.flatMap(({ step, sheet }) => {
      const own = words.sheets[sheet.id];
      return own ? sheetWordProblems(step, sheet, own, file) : [];
    }),
    ...findingWordProblems(data.finding.fields, words.finding, file),
  ];
}

function sheetWordProblems(step: StepKey, sheet: Sheet, words: SheetWords, file: File): Problem[] {
  const path = ['words', 'sheets', sheet.id];
  const problems: Problem[] = [];
  const same = (
    below: readonly string[],
    wanted: readonly string[],
    given: readonly string[],
  ): void => {
    problems.push(...compare(file, SPINE, [...path, ...below], wanted, given));
  };
  const isOpen = placedSlots(sheet, step).some(({ given }) => !given);
  if (isOpen && words.hints.length !== 2) {
    problems.push(
      problemAt(
        'lab-hints',
        file,
        [...path, 'hints'],
        `This sheet needs two hints and has ${words.hints.length}: first where to look, then what to compare.`,
      ),
    );
  }
  same(
    ['fields'],
    sheet.fields.map(({ id }) => id),
    keys(words.fields),
  );
  for (const field of sheet.fields) {
    const own = words.fields[field.id];
    if (!own) continue;
    const options = 'options' in field ? field.options : [];
    const traps = 'traps' in field ? field.traps.map(({ id }) => id) : [];
    same(['fields', field.id, 'options'], options, keys(own.options));
    same(['fields', field.id, 'traps'], traps, keys(own.traps));
    same(
      ['fields', field.id, 'experts'],
      'experts' in field ? field.experts.map(({ who }) => who) : [],
      keys(own.experts),
    );
    problems.push(...feedbackProblems(field.kind, own, [...path, 'fields', field.id], file));
  }
  if (sheet.kind === 'cards') {
    same(
      ['rows'],
      sheet.rows.map(({ card }) => card),
      keys(words.rows),
    );
    for (const { card, experts } of sheet.rows) {
      const own = words.rows[card];
      if (!own) continue;
      same(
        ['rows', card, 'experts'],
        experts.map(({ who }) => who),
        keys(own.experts),
      );
      for (const [field, options] of Object.entries(own.feedback)) {
        const known = sheet.fields.find(({ id }) => id === field)?.options ?? [];
        const below = ['rows', card, 'feedback', field];
        same(
          below,
          keys(options).filter((key) => known.includes(key)),
          keys(options),
        );
      }
    }
  }
  return problems;
}

/** Every option says why it holds or not; what is typed or ordered says it to a right and to a wrong answer. */
function feedbackProblems(
  kind: string,
  words: FieldWords,
  path: readonly string[],
  file: File,
): Problem[] {
  const missing = (below: readonly string[], message: string): Problem =>
    problemAt('lab-feedback', file, [...path, ...below], message);
  if (kind === 'choice' || kind === 'several') {
    return keys(words.options)
      .filter((key) => words.options[key]?.feedback === undefined)
      .map((key) =>
        missing(
          ['options', key],
          `The option \`${key}\` has no \`feedback\`. Say why it holds or does not; nobody learns from “wrong”.`,
        ),
      );
  }
  return (['right', 'wrong'] as const)
    .filter((part) => words[part] === undefined)
    .map((part) =>
      missing([], `This field has no \`${part}\`. Write what is said to a ${part} answer.`),
    );
}
