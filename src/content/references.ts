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
