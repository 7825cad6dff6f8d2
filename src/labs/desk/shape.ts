/** An entry of the case card, or another choice that a form offers. */
export interface DeskOption {
  readonly id: string;
  /** Machine text of the entry: an identifier, a moment. */
  readonly machine?: string | undefined;
  /** What the rules ask of it, such as `identifier`, `offset`, `content`. */
  readonly traits: readonly string[];
}

/** Holds when one of these options is picked in the field. */
export interface Picked {
  readonly field: string;
  readonly is: readonly string[];
}

/** A field of the form. */
export interface DeskField {
  readonly id: string;
  readonly kind: 'pick' | 'several' | 'free';
  /** pick, several: what can be picked. */
  readonly options: readonly string[];
  /** free: the most characters; never more than 600. */
  readonly most: number;
  /** “Not known; steps taken: ...” is a valid entry. */
  readonly notKnown: boolean;
}

/** A page of the form. */
export interface DeskPage {
  readonly id: string;
  /** The page is there only when this holds: the emergency branch. */
  readonly when?: Picked | undefined;
  readonly fields: readonly DeskField[];
}

/** What a rule looks for. An entry “not known” with its steps breaks none, but names are looked for in the steps too. */
export type DeskTest =
  /** Nothing is entered. */
  | { readonly test: 'required' }
  /** Nothing that is picked has the trait. */
  | { readonly test: 'lacks'; readonly trait: string }
  /** Something that is picked has the trait. */
  | { readonly test: 'carries'; readonly trait: string }
  /** More is picked than that. */
  | { readonly test: 'too-many'; readonly most: number }
  /** The text has fewer characters. */
  | { readonly test: 'too-short'; readonly least: number }
  /** The text names one of these, in any spelling of case and spaces. */
  | { readonly test: 'names'; readonly any: readonly string[] }
  /** The text says none of these. */
  | { readonly test: 'says-none'; readonly any: readonly string[] }
  /** From the field to the field `to` is more than the need. */
  | {
      readonly test: 'wider';
      readonly to: string;
      readonly need: { readonly from: string; readonly to: string };
    };

export type DeskRule = {
  readonly id: string;
  /** `blocks`: the form does not go out; `points`: it does, and loses points; `fine`: a note. */
  readonly kind: 'blocks' | 'points' | 'fine';
  readonly field: string;
  /** The rule is asked only when this holds. */
  readonly when?: Picked | undefined;
} & DeskTest;

/** A reply of the simulated desk. They are asked from top to bottom; the last has no condition. */
export interface DeskReply {
  readonly id: string;
  readonly kind: 'returned' | 'asked' | 'partly' | 'accepted';
  /** One of these rules found something. */
  readonly rules: readonly string[];
  /** One of these fields is answered “not known”. */
  readonly notKnown?: readonly string[] | undefined;
  readonly when?: Picked | undefined;
}

/** A drafting desk without its words. */
export interface DeskShape {
  readonly options: readonly DeskOption[];
  readonly pages: readonly DeskPage[];
  readonly rules: readonly DeskRule[];
  /** The rubric: a point is there while none of the rules that cost it finds something. */
  readonly points: readonly { readonly id: string; readonly lostBy: readonly string[] }[];
  readonly replies: readonly DeskReply[];
}

/** What stands in one field. */
export interface Entry {
  readonly picked?: readonly string[] | undefined;
  readonly text?: string | undefined;
  /** Set when the learner says that it is not known: the steps taken. */
  readonly notKnown?: string | undefined;
}
/** What stands in the form, by field. */
export type Draft = Readonly<Record<string, Entry>>;

/** The most characters of a free text. */
export const MOST = 600;

/** Every field of the form in its order. */
export function fieldsOf({ pages }: Pick<DeskShape, 'pages'>): DeskField[] {
  return pages.flatMap(({ fields }) => fields);
}

/** Whether a condition holds; no condition always does. */
export function holds(draft: Draft, when: Picked | undefined): boolean {
  if (!when) return true;
  const picked = draft[when.field]?.picked ?? [];
  return picked.some((option) => when.is.includes(option));
}

/** The pages that the draft asks for. */
export function openPages(shape: Pick<DeskShape, 'pages'>, draft: Draft): DeskPage[] {
  return shape.pages.filter(({ when }) => holds(draft, when));
}
