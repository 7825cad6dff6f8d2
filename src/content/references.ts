import type { Locale } from '../i18n/locales.ts';
import { dataOf, library, tell, type Told } from './catalogue.ts';
import type { ReferenceFiles } from './library.ts';
import type { ReferenceSpine, ReferenceWords } from './schemas/reference.ts';

/** An instrument or a mechanism with its words in one language. */
export interface Reference {
  readonly id: string;
  readonly kind: ReferenceFiles['kind'];
  readonly spine: ReferenceSpine;
  readonly told: Told<ReferenceWords>;
  /** Address below the language. */
  readonly path: string;
}

const GROUPS = {
  instrument: ['universal', 'council-of-europe', 'european-union'],
  mechanism: ['contact-points', 'police', 'justice', 'hotlines', 'support'],
} as const satisfies Record<ReferenceFiles['kind'], readonly ReferenceSpine['group'][]>;

const GROUP_ORDER: readonly ReferenceSpine['group'][] = [...GROUPS.instrument, ...GROUPS.mechanism];

/** The groups of instruments or of mechanisms, in the order of their lists. */
export function groupsOf(kind: Reference['kind']): readonly ReferenceSpine['group'][] {
  return GROUPS[kind];
}

const folderOf = ({ kind, id }: Pick<ReferenceFiles, 'kind' | 'id'>): string => `${kind}s/${id}/`;

/** All instruments, or all mechanisms, in the order of their groups and then of their ids. */
export function references(kind: Reference['kind'], locale: Locale): Reference[] {
  return library()
    .references.filter((each) => each.kind === kind)
    .map((files) => ({
      id: files.id,
      kind: files.kind,
      spine: dataOf(files.spine),
      told: tell(files.words, locale),
      path: folderOf(files),
    }))
    .sort(
      (a, b) =>
        GROUP_ORDER.indexOf(a.spine.group) - GROUP_ORDER.indexOf(b.spine.group) ||
        library().references.findIndex(({ id }) => id === a.id) -
          library().references.findIndex(({ id }) => id === b.id),
    );
}

/** Address of the page of an instrument or a mechanism, below the language. Throws for an id that neither has. */
export function referencePath(id: string): string {
  const files = library().references.find((each) => each.id === id);
  if (!files)
    throw new Error(`There is no courses/instruments/${id} and no courses/mechanisms/${id}.`);
  return folderOf(files);
}

/** A need of a practitioner, with who can meet it and who cannot. */
export interface Need {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly told: Told<unknown>;
  readonly can: readonly Answer[];
  readonly cannot: readonly Answer[];
}

/** One line of the answer: a reference and what it says it can or cannot do. */
export interface Answer {
  readonly reference: Reference;
  readonly statement: string;
  /** Place of the statement on the page of the reference. */
  readonly anchor: string;
}

/** Every need in its order. Bodies come before instruments: a person can ask a body. */
export function needsOf(locale: Locale): Need[] {
  const { needs } = library();
  if (!needs) return [];
  const told = tell(needs.words, locale);
  const all = [...references('mechanism', locale), ...references('instrument', locale)];
  return dataOf(needs.spine).needs.map((id) => {
    const answers = (part: 'can' | 'cannot'): Answer[] =>
      all.flatMap((reference) =>
        reference.spine[part]
          .filter((ability) => ability.needs.includes(id))
          .map((ability) => ({
            reference,
            statement: reference.told.words[part][ability.id] ?? '',
            anchor: `${part}-${ability.id}`,
          })),
      );
    const words = told.words.needs[id];
    if (!words) throw new Error(`courses/needs.${told.locale}.yaml has no words for ${id}.`);
    return { id, ...words, told, can: answers('can'), cannot: answers('cannot') };
  });
}
