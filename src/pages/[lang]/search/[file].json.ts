import type { APIRoute } from 'astro';
import { searchFiles } from '../../../content/search-records.ts';
import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import { searchBody } from './_bodies.ts';

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

export const GET: APIRoute<{ lang: Locale; name: string; texts: boolean }> = ({ props }) =>
  new Response(searchBody(props.lang, props.name, props.texts));
