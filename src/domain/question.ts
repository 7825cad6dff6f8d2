/** The six kinds of question, without their words. `content/schemas/quiz.ts` reads files into these shapes. */
interface Common {
  /** Permanent key, such as `b03`. */
  readonly id: string;
  /** `a` and `b`: the two forms; `p`: a practice question of a lesson. */
  readonly form: 'a' | 'b' | 'p';
  /** The learning outcome it tests. */
  readonly outcome: string;
  /** A red line: a form is not passed while this question is not right. */
  readonly safety: boolean;
}

/** A question with rows to pick from: `one` exactly one, `several` and `fault` every one that holds. */
export interface PickItem extends Common {
  readonly kind: 'one' | 'several' | 'fault';
  readonly options: readonly string[];
  readonly correct: readonly string[];
}

/** Steps to bring into the order of `correct`; `options` is the order first shown. */
export interface OrderItem extends Common {
  readonly kind: 'order';
  readonly options: readonly string[];
  readonly correct: readonly string[];
}

/** A number to type. `traps` are wrong numbers with a known cause. */
export interface NumericItem extends Common {
  readonly kind: 'numeric';
  readonly correct: number;
  /** Largest allowed distance from `correct`. */
  readonly tolerance: number;
  readonly traps: readonly { readonly id: string; readonly value: number }[];
}

/** Rows that each need one of `targets`; `correct` maps row to target. */
export interface MatchItem extends Common {
  readonly kind: 'match';
  readonly options: readonly string[];
  readonly targets: readonly string[];
  readonly correct: Readonly<Record<string, string>>;
}

export type Item = PickItem | OrderItem | NumericItem | MatchItem;
export type Kind = Item['kind'];

/** Whether the page says how to answer. Of several options and of faults in a form the question itself says it. */
export function hasHint({ kind }: Pick<Item, 'kind'>): boolean {
  return kind !== 'several' && kind !== 'fault';
}

/** What a learner has put in so far. Pairs are row and target; `typed` is the text of the field as it stands. */
export type Response =
  | { readonly kind: 'pick'; readonly picked: readonly string[] }
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  | { readonly kind: 'numeric'; readonly typed: string }
  | { readonly kind: 'match'; readonly pairs: Readonly<Record<string, string>> };

/** Why a response cannot be checked yet. */
export type Unready = 'nothing-picked' | 'row-without-target' | 'nothing-typed' | 'not-a-number';

/** The response before the learner has done anything. */
export function emptyResponse(item: Item): Response {
  switch (item.kind) {
    case 'order':
      return { kind: 'order', steps: item.options };
    case 'numeric':
      return { kind: 'numeric', typed: '' };
    case 'match':
      return { kind: 'match', pairs: {} };
    default:
      return { kind: 'pick', picked: [] };
  }
}

/** True when the response belongs to the item: its own kind, its own keys, each at most once. */
export function fits(item: Item, response: Response): boolean {
  switch (item.kind) {
    case 'order':
      return (
        response.kind === 'order' &&
        response.steps.length === item.options.length &&
        areDistinctKeysOf(item.options, response.steps)
      );
    case 'numeric':
      return response.kind === 'numeric';
    case 'match':
      return (
        response.kind === 'match' &&
        areDistinctKeysOf(item.options, Object.keys(response.pairs)) &&
        Object.values(response.pairs).every((target) => item.targets.includes(target))
      );
    default:
      return (
        response.kind === 'pick' &&
        areDistinctKeysOf(item.options, response.picked) &&
        (item.kind !== 'one' || response.picked.length <= 1)
      );
  }
}

/** What is missing before the response can be checked; `undefined` when nothing is. An order can always be checked. */
export function unready(item: Item, response: Response): Unready | undefined {
  switch (response.kind) {
    case 'pick':
      return response.picked.length > 0 ? undefined : 'nothing-picked';
    case 'match':
      return item.kind === 'match' && item.options.every((row) => row in response.pairs)
        ? undefined
        : 'row-without-target';
    case 'numeric':
      if (response.typed.trim() === '') return 'nothing-typed';
      return readNumber(response.typed).length > 0 ? undefined : 'not-a-number';
    case 'order':
      return undefined;
  }
}

/** The picks after the learner has pressed `option`: it replaces the pick of a `one`, and switches in the other kinds. */
export function togglePick(item: PickItem, picked: readonly string[], option: string): string[] {
  if (item.kind === 'one') return [option];
  const next = picked.includes(option)
    ? picked.filter((key) => key !== option)
    : [...picked, option];
  return item.options.filter((key) => next.includes(key));
}

/** The steps after one has moved by one place; the same order when it stands at that end already. */
export function moveStep(steps: readonly string[], step: string, by: -1 | 1): string[] {
  const from = steps.indexOf(step);
  const other = steps[from + by];
  if (from < 0 || other === undefined) return [...steps];
  return steps.map((key) => (key === step ? other : key === other ? step : key));
}

/**
 * The numbers that a typed text may mean, the likelier first; empty when it is none. Takes a point or a comma
 * before decimals, and Arabic-Indic, Persian and full-width digits. `1,000` is read as 1 and as 1000.
 */
export function readNumber(typed: string): number[] {
  const plain = typed
    .trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
      String(digit.charCodeAt(0) & 15),
    )
    .replace(/[\u066b\uff0e\uff0c,]/g, '.')
    .replace(/[\u2212\uff0d]/g, '-')
    .replace(/[\s\u200e\u200f\u066c]/g, '');
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return [];
  const thousands = /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(plain)
    ? [Number(plain.replace('.', ''))]
    : [];
  return [Number(plain), ...thousands];
}

/**
 * A response as one short text, in the notation of xAPI and cmi5: `a[,]b`, `a[.]x[,]b[.]y`, `40`. A number that can
 * be read in two ways is written as the one that is right, if one is.
 */
export function encodeResponse(item: Item, response: Response): string {
  switch (response.kind) {
    case 'pick':
      return response.picked.join('[,]');
    case 'order':
      return response.steps.join('[,]');
    case 'match':
      return Object.entries(response.pairs)
        .map(([row, target]) => `${row}[.]${target}`)
        .join('[,]');
    case 'numeric': {
      const readings = readNumber(response.typed);
      const isRight = (value: number): boolean =>
        item.kind === 'numeric' && isNear(value, item.correct, item.tolerance);
      return String(readings.find(isRight) ?? readings[0] ?? '');
    }
  }
}

/** True when two numbers are at most `distance` apart; 1e-9 keeps 0.1 + 0.2 from failing anybody over binary fractions. */
export function isNear(value: number, other: number, distance: number): boolean {
  return Math.abs(value - other) <= distance + 1e-9;
}

/** The response that `encodeResponse` wrote; `undefined` for a text that does not belong to the item. */
export function decodeResponse(item: Item, text: string): Response | undefined {
  const parts = text === '' ? [] : text.split('[,]');
  const response = ((): Response => {
    switch (item.kind) {
      case 'order':
        return { kind: 'order', steps: parts };
      case 'numeric':
        return { kind: 'numeric', typed: text };
      case 'match':
        return {
          kind: 'match',
          pairs: Object.fromEntries(parts.map((part) => part.split('[.]', 2) as [string, string])),
        };
      default:
        return { kind: 'pick', picked: parts };
    }
  })();
  const pairsAreWhole =
    item.kind !== 'match' || parts.every((part) => part.split('[.]').length === 2);
  const numberIsOne = item.kind !== 'numeric' || text === '' || readNumber(text).length > 0;
  return pairsAreWhole && numberIsOne && fits(item, response) ? response : undefined;
}

function areDistinctKeysOf(known: readonly string[], given: readonly string[]): boolean {
  return new Set(given).size === given.length && given.every((key) => known.includes(key));
}
