import {
  cleanText,
  foldMachineText,
  hasHiddenMarks,
  readMoment,
} from '../../domain/machine-text.ts';
import { REAL_THINGS } from '../../domain/reserved.ts';
import {
  fieldsOf,
  holds,
  MOST,
  openPages,
  type DeskField,
  type DeskRule,
  type DeskShape,
  type Draft,
  type Entry,
} from './shape.ts';

/** Rules that hold at every desk, for every text. */
const COMMON_RULES = ['unreserved', 'too-long', 'hidden-marks'] as const;
type CommonRule = (typeof COMMON_RULES)[number];

/** What the linter found: which rule, how much it matters, at which field. */
export interface Finding {
  readonly rule: string;
  readonly kind: DeskRule['kind'];
  readonly field: string;
  /** Set when the interface has the words, since those of the rule would not be true here or there are none. */
  readonly says?: CommonRule | 'name-in-steps';
}

const isKnownAsUnknown = ({ notKnown }: Entry): boolean =>
  notKnown !== undefined && cleanText(notKnown) !== '';

/** Whether nothing is entered. “Not known” counts once the steps are written. */
function isEmptyEntry(entry: Entry | undefined): boolean {
  if (!entry) return true;
  if (entry.notKnown !== undefined) return !isKnownAsUnknown(entry);
  return (entry.picked ?? []).length === 0 && cleanText(entry.text ?? '') === '';
}

function breaks(shape: DeskShape, rule: DeskRule, draft: Draft): boolean {
  const entry = draft[rule.field] ?? {};
  if (rule.test === 'required') return isEmptyEntry(entry);
  // What is empty is told once, by `required`; what is honestly not known breaks nothing but `namesInSteps`.
  if (isEmptyEntry(entry) || entry.notKnown !== undefined) return false;
  const picked = entry.picked ?? [];
  const hasTrait = (trait: string): boolean =>
    picked.some((id) => shape.options.find((option) => option.id === id)?.traits.includes(trait));
  const text = foldMachineText(entry.text ?? '');
  const saysOne = (words: readonly string[]): boolean =>
    words.some((word) => text.includes(foldMachineText(word)));
  switch (rule.test) {
    case 'lacks':
      return !hasTrait(rule.trait);
    case 'carries':
      return hasTrait(rule.trait);
    case 'too-many':
      return picked.length > rule.most;
    case 'too-short':
      return text.length < rule.least;
    case 'names':
      return saysOne(rule.any);
    case 'says-none':
      return !saysOne(rule.any);
    case 'wider': {
      const momentOf = (id: string | undefined): number | undefined =>
        readMoment(shape.options.find((option) => option.id === id)?.machine ?? '');
      const from = momentOf(picked[0]);
      const to = momentOf(draft[rule.to]?.picked?.[0]);
      const need = { from: readMoment(rule.need.from), to: readMoment(rule.need.to) };
      return (
        (from !== undefined && need.from !== undefined && from < need.from) ||
        (to !== undefined && need.to !== undefined && to > need.to)
      );
    }
  }
}

/** A run of seven digits or more, such as a telephone or card number, that is neither a date nor on the case card. */
const LONG_NUMBER = /\d(?:[ -]?\d){6,}/g;
const DATES = /\d{4}-\d{2}-\d{2}(?:[ t]\d{2}:\d{2}(?::\d{2})?)?/gi;

/** The first thing in a text that somebody could really have; undefined when all of it is reserved or on the case card. */
export function unreservedIn(text: string, known: readonly string[] = []): string | undefined {
  let rest = cleanText(text);
  for (const { pattern, allowed } of REAL_THINGS) {
    const found = [...rest.matchAll(pattern)].find(([match]) => !allowed.test(match));
    if (found) return found[0];
    rest = rest.replace(pattern, ' ');
  }
  for (const each of known) rest = rest.replaceAll(each, ' ');
  return rest.replace(DATES, ' ').match(LONG_NUMBER)?.[0];
}

function textFindings(shape: DeskShape, field: DeskField, entry: Entry | undefined): Finding[] {
  const text = entry?.notKnown ?? entry?.text ?? '';
  if (text === '') return [];
  const known = shape.options.flatMap(({ machine }) => machine ?? []);
  const found: Record<CommonRule, DeskRule['kind'] | undefined> = {
    unreserved: unreservedIn(text, known) === undefined ? undefined : 'blocks',
    'too-long':
      text.length > (entry?.notKnown === undefined ? field.most : MOST) ? 'blocks' : undefined,
    'hidden-marks': hasHiddenMarks(text) ? 'fine' : undefined,
  };
  return COMMON_RULES.flatMap((rule) => {
    const kind = found[rule];
    return kind ? [{ rule, kind, field: field.id, says: rule }] : [];
  });
}

/**
 * A child is not named in "steps taken" either, at whatever field they stand. The first rule that looks for names on
 * a page that every form has costs what it costs there; its own words speak of another text, so the interface has words.
 */
function namesInSteps(shape: DeskShape, field: DeskField, entry: Entry | undefined): Finding[] {
  const steps = foldMachineText(entry?.notKnown ?? '');
  const always = fieldsOf({ pages: shape.pages.filter(({ when }) => when === undefined) });
  const rule = shape.rules.find(
    (each) => each.test === 'names' && always.some(({ id }) => id === each.field),
  );
  return rule?.test === 'names' && rule.any.some((name) => steps.includes(foldMachineText(name)))
    ? [{ rule: rule.id, kind: rule.kind, field: field.id, says: 'name-in-steps' }]
    : [];
}

/**
 * Everything that the linter has to say about a draft, in the order of the fields. Pages that are
 * closed are not looked at.
 */
export function lint(shape: DeskShape, draft: Draft): Finding[] {
  const fields = fieldsOf({ pages: openPages(shape, draft) });
  return fields.flatMap((field) => [
    ...shape.rules
      .filter((rule) => rule.field === field.id && holds(draft, rule.when))
      .filter((rule) => breaks(shape, rule, draft))
      .map(({ id, kind }) => ({ rule: id, kind, field: field.id })),
    ...namesInSteps(shape, field, draft[field.id]),
    ...textFindings(shape, field, draft[field.id]),
  ]);
}

/** The points of the rubric that the draft has. */
export function pointsHeld(
  { points }: Pick<DeskShape, 'points'>,
  findings: readonly Finding[],
): string[] {
  return points
    .filter(({ lostBy }) => !findings.some(({ rule }) => lostBy.includes(rule)))
    .map(({ id }) => id);
}

/** Whether the draft may go out. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ kind }) => kind === 'blocks');
}
