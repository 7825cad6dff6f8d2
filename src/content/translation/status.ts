import { LOCALES, SOURCE_LOCALE, type Locale } from '../../i18n/locales.ts';
import { translatedFiles } from '../checks/pages.ts';
import type { Library } from '../library.ts';
import type { Source } from '../read.ts';
import { stamp } from './stamp.ts';

/** Where one file stands in one language. */
export interface FileStatus {
  /** The English file. */
  readonly source: Source<unknown>;
  readonly locale: Locale;
  readonly state: 'missing' | 'draft' | 'reviewed' | 'stale';
  /** Stamp of the English words as they are now. */
  readonly now: string;
  /** Stamp of the English words the translation was made from. */
  readonly of: string | undefined;
}

/** The state of every translated file in every language but English. */
export function translationStatus(library: Library): FileStatus[] {
  return translatedFiles(library).flatMap(({ source, translations }) =>
    LOCALES.filter((locale) => locale !== SOURCE_LOCALE).map((locale): FileStatus => {
      const now = stamp(source.text);
      const file = translations.find((each) => each.locale === locale)?.file;
      const head = (
        file?.data as { translation?: { of: string; state: 'draft' | 'reviewed' } } | undefined
      )?.translation;
      if (!file) return { source, locale, state: 'missing', now, of: undefined };
      return { source, locale, state: head?.of === now ? head.state : 'stale', now, of: head?.of };
    }),
  );
}
