import type { Locale } from '../i18n/locales.ts';
import { modules } from './catalogue.ts';
import { GUIDE, hasItems, LAST_QUESTION, paragraphOf, type GuideEntry } from './guide.ts';

type Module = ReturnType<typeof modules>[number];

/** A place of the guide with the modules that declare it. */
export interface Covered extends GuideEntry {
  /** Published modules that teach it. */
  readonly ready: readonly Module[];
  /** Modules in preparation that will. */
  readonly planned: readonly Module[];
}

/** Every place of the guide in its order, with what the modules declare today. */
export function coverage(locale: Locale): Covered[] {
  const all = modules(locale);
  return GUIDE.map((entry) => {
    const declaring = all.filter(({ answers }) => answers.includes(entry.place));
    return {
      ...entry,
      ready: declaring.filter(({ course }) => course),
      planned: declaring.filter(({ course }) => !course),
    };
  });
}

/** The questions of paragraphs 6 to 13 that have no items of their own: what is counted. */
export function questionsOf(places: readonly Covered[]): Covered[] {
  return places.filter((place) => paragraphOf(place) <= LAST_QUESTION && !hasItems(place));
}

/** Places that say that modules teach them, and that no module declares. */
export function untaught(places: readonly Covered[]): Covered[] {
  return places.filter(
    ({ answer, ready, planned }) =>
      (answer === 'taught' || answer === 'part') && ready.length + planned.length === 0,
  );
}

/** What may be said of a place today: what no published module teaches yet is told as something to come. */
export function standing({ answer, ready }: Covered): GuideEntry['answer'] | 'will' | 'will_part' {
  if (ready.length > 0) return answer;
  return answer === 'taught' ? 'will' : answer === 'part' ? 'will_part' : answer;
}
