/** The scheme all of Custodia's own names stand in; see RFC 4151. Never changes: records are keyed by it. */
export const TAG = 'tag:custodia.example,2026:';

interface Verb {
  readonly id: string;
  readonly display: { readonly en: string };
}

const ADL = 'http://adlnet.gov/expapi/verbs/';

/** The verbs of learning records: ADL's where ADL has one, our own under the tag scheme where it has none. */
export const VERBS = {
  /** Read a lesson to its end and said so. */
  experienced: { id: `${ADL}experienced`, display: { en: 'read' } },
  answered: { id: `${ADL}answered`, display: { en: 'answered' } },
  completed: { id: `${ADL}completed`, display: { en: 'completed' } },
  passed: { id: `${ADL}passed`, display: { en: 'passed' } },
  failed: { id: `${ADL}failed`, display: { en: 'not yet passed' } },
  progressed: { id: `${ADL}progressed`, display: { en: 'progressed' } },
  /** Took one of several defensible decisions of a case. */
  chose: { id: `${TAG}verb/chose`, display: { en: 'chose' } },
  /** Pressed Keep on a text of their own. */
  kept: { id: `${TAG}verb/kept`, display: { en: 'kept' } },
  /** Set a course back to its start; hides what was recorded before. */
  reset: { id: `${TAG}verb/reset`, display: { en: 'reset' } },
} as const satisfies Readonly<Record<string, Verb>>;
export type VerbName = keyof typeof VERBS;

const names = new Map<string, VerbName>(
  (Object.keys(VERBS) as VerbName[]).map((name) => [VERBS[name].id, name]),
);

/** The name of a verb by its IRI; undefined for verbs this version does not know. */
export function verbName(id: string): VerbName | undefined {
  return names.get(id);
}
