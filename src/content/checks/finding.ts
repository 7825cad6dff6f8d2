import type { Problem } from '../problem.ts';
import type { Source } from '../read.ts';
import { list, problemAt } from '../rule.ts';
import type { Finding, FindingFields, FindingWords } from '../schemas/labs/finding.ts';
import { compare } from './words.ts';

/** What is wrong with the finding of a lab, which lies at `data.finding`. */
export function labFindingProblems(
  { fields, limit }: Finding,
  report: (rule: string, path: readonly PropertyKey[], message: string) => Problem,
): Problem[] {
  const problems = findingProblems(fields, ['finding', 'fields'], report);
  if (!fields.some(({ id }) => id === limit)) {
    problems.push(
      report(
        'lab-finding',
        ['finding', 'limit'],
        `\`${limit}\` is no field of the finding. A finding says how far it reaches: name the field that does.`,
      ),
    );
  }
  return problems;
}

/** What is wrong with the fields of a finding: a key that is no option can never be chosen. */
function findingProblems(
  fields: FindingFields,
  path: readonly PropertyKey[],
  report: (rule: string, path: readonly PropertyKey[], message: string) => Problem,
): Problem[] {
  return fields.flatMap(({ id, options, correct, defensible }, index) => {
    const stray = [correct, ...defensible].find((key) => !options.includes(key));
    return stray === undefined
      ? []
      : [
          report(
            'lab-finding',
            [...path, index, 'correct'],
            `Nobody can write this finding: \`${stray}\` is no option of its field \`${id}\`. Use one of: ${list(options)}.`,
          ),
        ];
  });
}

/**
 * What is wrong with the words of a finding: every field has its words and a gap in the sentences,
 * and no gap is without a field.
 */
export function findingWordProblems(
  fields: FindingFields,
  words: FindingWords,
  file: Source<unknown>,
): Problem[] {
  const path = ['words', 'finding'];
  const ids = fields.map(({ id }) => id);
  const gaps = new Set(
    words.template.flatMap((sentence) =>
      [...sentence.matchAll(/\{([\w-]+)\}/g)].map(([, gap = '']) => gap),
    ),
  );
  const report = (message: string): Problem =>
    problemAt('lab-finding', file, [...path, 'template'], message);
  return [
    ...compare(file, 'lab.yaml', [...path, 'fields'], ids, Object.keys(words.fields)),
    ...fields.flatMap(({ id, options }) => {
      const own = words.fields[id];
      return own
        ? compare(
            file,
            'lab.yaml',
            [...path, 'fields', id, 'options'],
            options,
            Object.keys(own.options),
          )
        : [];
    }),
    ...ids
      .filter((id) => !gaps.has(id))
      .map((id) =>
        report(
          `The field \`${id}\` stands in no sentence of the finding. Write \`{${id}}\` where it belongs.`,
        ),
      ),
    ...[...gaps]
      .filter((gap) => !ids.includes(gap))
      .map((gap) =>
        report(`Nobody can write this finding: \`{${gap}}\` is no field of it. Use: ${list(ids)}.`),
      ),
  ];
}
