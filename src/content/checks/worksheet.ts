import { existsSync, statSync } from 'node:fs';
import { fitsSlot, keyOf, slotUnready } from '../../domain/sheet.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { list, problemAt } from '../rule.ts';
import type { Sheet, WorksheetData } from '../schemas/labs/worksheet.ts';
import { placedSlots, sheetsOf, STEPS, type StepKey } from '../worksheet.ts';
import { labFindingProblems } from './finding.ts';
import type { LabPlace } from './labs.ts';

export { worksheetWordProblems } from './worksheet-words.ts';

type File = Pick<Source<unknown>, 'file' | 'place'>;
/** Where something stands in lab.yaml, with what is reported there. */
type Report = (rule: string, path: readonly PropertyKey[], message: string) => Problem;

/** Bytes that a file of a lab may have. */
const LARGEST_FILE = 64 * 1024;

/** Everything that is wrong with the data of a worksheet. */
export function worksheetProblems(data: WorksheetData, file: File, place: LabPlace): Problem[] {
  const sheets = sheetsOf(data);
  const report: Report = (rule, path, message) => problemAt(rule, file, ['data', ...path], message);
  const problems = [
    ...sheets.flatMap(({ step, sheet }) =>
      sheetProblems(data, step, sheet, (rule, path, message) =>
        report(
          rule,
          ['steps', step, 'sheets', data.steps[step].sheets.indexOf(sheet), ...path],
          message,
        ),
      ),
    ),
    ...exhibitProblems(data, place, report),
  ];
  if (!sheets.some(({ sheet }) => sheet.clean.length > 0)) {
    problems.push(
      report(
        'lab-clean',
        ['steps'],
        'No sheet of this lab has a clean example, so learners learn to accuse everything. Add a card or field with which nothing is wrong and name it in `clean`.',
      ),
    );
  }
  if (!sheets.some(({ sheet }) => sheet.decoys.length > 0)) {
    problems.push(
      report(
        'lab-decoy',
        ['steps'],
        'No sheet of this lab has a decoy. Add a card or field that looks like something it is not and name it in `decoys`.',
      ),
    );
  }
  problems.push(...labFindingProblems(data.finding, report));
  const twice = [...sheets.map(({ sheet }) => sheet.id), ...STEPS].filter(
    (id, index, all) => all.indexOf(id) !== index,
  );
  for (const id of twice) {
    problems.push(
      report(
        'lab-key',
        ['steps'],
        `Two sheets are called \`${id}\`, or a sheet has the name of a step. Ids of sheets are unique in a lab: rename one.`,
      ),
    );
  }
  return problems;
}

function sheetProblems(
  data: WorksheetData,
  step: StepKey,
  sheet: Sheet,
  report: Report,
): Problem[] {
  const problems: Problem[] = [];
  const exhibits = data.steps[step].exhibits.map(({ id }) => id);
  const cards = sheet.kind === 'cards' ? sheet.rows.map(({ card }) => card) : [];
  const fields = sheet.fields.map(({ id }) => id);
  const givable = sheet.kind === 'cards' ? cards : fields;
  const subjects = [...new Set([...cards, ...fields, ...exhibits])];
  const unknown = (path: readonly PropertyKey[], id: string, allowed: readonly string[]): Problem =>
    report('lab-key', path, `\`${id}\` is not known here. Use one of: ${list(allowed)}.`);

  sheet.given.forEach((id, index) => {
    if (!givable.includes(id)) problems.push(unknown(['given', index], id, givable));
  });
  sheet.clean.forEach((id, index) => {
    if (!subjects.includes(id)) problems.push(unknown(['clean', index], id, subjects));
  });
  if (sheet.kind === 'cards') {
    sheet.rows.forEach((row, index) => {
      if (!exhibits.includes(row.card))
        problems.push(unknown(['rows', index, 'card'], row.card, exhibits));
      for (const part of ['correct', 'defensible'] as const) {
        const extra = Object.keys(row[part]).find((id) => !fields.includes(id));
        if (extra) problems.push(unknown(['rows', index, part, extra], extra, fields));
      }
      const open = fields.find((id) => row.correct[id] === undefined);
      if (open) {
        problems.push(
          report(
            'lab-key',
            ['rows', index, 'correct'],
            `The card \`${row.card}\` has no key for \`${open}\`. Add it.`,
          ),
        );
      }
    });
  }
  for (const { slot, field, card, experts } of placedSlots(sheet, step)) {
    const at = fields.indexOf(field);
    const row = cards.indexOf(card ?? '');
    const path = (key: string): PropertyKey[] =>
      card === undefined ? ['fields', at, key] : ['rows', row, key, field];
    const isMissing = sheet.kind === 'cards' && sheet.rows[row]?.correct[field] === undefined;
    if (!isMissing && (!fitsSlot(slot, keyOf(slot)) || slotUnready(slot, keyOf(slot)))) {
      const key = 'accepts' in slot ? 'accepts' : 'correct';
      problems.push(
        report(
          'lab-key',
          path(key),
          'options' in slot
            ? `The key of \`${slot.id}\` is no option of it, or names one twice. Use: ${list(slot.options)}.`
            : `The key of \`${slot.id}\` cannot be read as ${slot.kind === 'number' ? 'a number' : 'what `as` asks for'}. Correct it.`,
        ),
      );
    }
    if (slot.kind === 'order' && slot.options.join() === slot.correct.join()) {
      problems.push(
        report(
          'lab-key',
          path('options'),
          `The order \`${slot.id}\` is shown as its key has it, so there is nothing to do. Show the options in another order.`,
        ),
      );
    }
    const defensible = 'defensible' in slot ? slot.defensible : [];
    const stray = defensible.find(
      (key) =>
        !('options' in slot && slot.options.includes(key)) ||
        (slot.kind === 'choice' && key === slot.correct),
    );
    if (stray) {
      problems.push(
        report(
          'lab-key',
          path('defensible'),
          `\`${stray}\` is no option of \`${slot.id}\`, or is its key already. Name options beside the key, or leave \`defensible\` out.`,
        ),
      );
    }
    const wrong = experts.find(({ choice }) => 'options' in slot && !fitsSlot(slot, choice));
    if (wrong) {
      problems.push(
        report(
          'lab-experts',
          card === undefined ? path('experts') : ['rows', row, 'experts'],
          `\`${wrong.who}\` chooses what is no option of \`${slot.id}\`. Use: ${list('options' in slot ? slot.options : [])}.`,
        ),
      );
    }
  }
  const withExperts =
    sheet.kind === 'cards'
      ? sheet.rows.map(({ experts }, index) => ({ experts, path: ['rows', index, 'experts'] }))
      : sheet.fields.map(({ experts }, index) => ({ experts, path: ['fields', index, 'experts'] }));
  for (const { experts, path } of withExperts) {
    const names = new Set(experts.map(({ who }) => who)).size;
    if (experts.length > 0 && (names !== 3 || experts.length !== 3)) {
      problems.push(
        report(
          'lab-experts',
          path,
          `Here stand ${experts.length} views of ${names} experts. Three different experts are shown, or none: add the missing ones, or remove \`experts\`.`,
        ),
      );
    }
  }
  problems.push(...decoyProblems(sheet, step, subjects, report));
  return problems;
}

function decoyProblems(
  sheet: Sheet,
  step: StepKey,
  subjects: readonly string[],
  report: Report,
): Problem[] {
  const options = [
    ...new Set(sheet.fields.flatMap((field) => ('options' in field ? field.options : []))),
  ];
  return sheet.decoys.flatMap(({ at, looks_like: like }, index): Problem[] => {
    const own = placedSlots(sheet, step).filter(
      ({ card, field }) => card === at || (card === undefined && field === at),
    );
    const holds = own.some(({ slot }) => 'options' in slot && keyOf(slot).includes(like));
    if (!subjects.includes(at))
      return [
        report(
          'lab-decoy',
          ['decoys', index, 'at'],
          `\`${at}\` is no card, field or exhibit here. Use one of: ${list(subjects)}.`,
        ),
      ];
    if (!options.includes(like) || holds)
      return [
        report(
          'lab-decoy',
          ['decoys', index, 'looks_like'],
          `\`${like}\` is no option of this sheet, or it is right at \`${at}\`. A decoy looks like an option that does not hold there.`,
        ),
      ];
    return [];
  });
}

function exhibitProblems(
  data: WorksheetData,
  { root, folder }: LabPlace,
  report: Report,
): Problem[] {
  return STEPS.flatMap((step) =>
    data.steps[step].exhibits.flatMap((exhibit, index): Problem[] => {
      const path = ['steps', step, 'exhibits', index];
      if (exhibit.kind === 'table') {
        const { columns, rows } = exhibit;
        const short = rows.findIndex((row) => row.length !== columns.length);
        return short < 0
          ? []
          : [
              report(
                'lab-key',
                [...path, 'rows', short],
                `This row has ${rows[short]?.length ?? 0} cells, the table has ${columns.length} columns. Write an empty cell as "".`,
              ),
            ];
      }
      if (exhibit.kind !== 'file') return [];
      const name = `${root}/${folder}/${exhibit.file}`;
      if (!existsSync(name))
        return [
          report(
            'lab-file',
            [...path, 'file'],
            `There is no file \`${exhibit.file}\` in ${folder}. Generate it, or correct the name.`,
          ),
        ];
      return statSync(name).size > LARGEST_FILE
        ? [
            report(
              'lab-file',
              [...path, 'file'],
              `\`${exhibit.file}\` is larger than 64 KB. Make a smaller fixture.`,
            ),
          ]
        : [];
    }),
  );
}
