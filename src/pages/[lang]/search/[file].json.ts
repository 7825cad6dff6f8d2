import type { APIRoute } from 'astro';
import { courses } from '../../../content/catalogue.ts';
import {
  courseRecords,
  libraryRecords,
  referenceRecords,
  REFERENCES,
  searchFiles,
} from '../../../content/search-records.ts';
import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import { buildSearchFile, type SearchRecord } from '../../../search/search.ts';

/**
 * The data of the search page: `<module>.json` is the index that ranked search needs, `<module>-texts.json`
 * the running texts for excerpts and for the plain scan, loaded after it.
 */
export function getStaticPaths() {
  return LOCALES.flatMap((lang) =>
    searchFiles().flatMap((name) =>
      [name, `${name}-texts`].map((file) => ({
        params: { lang, file },
        props: { lang, name, texts: file !== name },
      })),
    ),
  );
}

export const GET: APIRoute<{ lang: Locale; name: string; texts: boolean }> = ({ props }) => {
  const records = recordsOf(props.name, props.lang);
  const body = props.texts ? records.map(({ text }) => text) : buildSearchFile(records, props.lang);
  return new Response(JSON.stringify(body));
};

function recordsOf(name: string, lang: Locale): SearchRecord[] {
  if (name === REFERENCES) return referenceRecords(lang);
  const course = courses().find(({ id }) => id === name);
  return course ? courseRecords(course, lang) : libraryRecords(lang);
}
