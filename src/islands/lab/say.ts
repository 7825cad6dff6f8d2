/** Language and direction of the page's interface words, for runs of them inside an article of another language. */
export interface Say {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Language and direction of the page. At build, where there is no page yet, English. */
export function pageLanguage(): Say {
  if (typeof document === 'undefined') return { lang: 'en', dir: 'ltr' };
  const { lang, dir } = document.documentElement;
  return { lang, dir: dir === 'rtl' ? 'rtl' : 'ltr' };
}
