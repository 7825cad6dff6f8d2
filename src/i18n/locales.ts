/** The six official languages of the United Nations, in the order of the language list. */
export const LOCALES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language every lesson is written in first. */
export const SOURCE_LOCALE: Locale = 'en';

interface LocaleFacts {
  /** The language's name in itself, for the language list. */
  readonly name: string;
  /** Writing direction of a page in this language. */
  readonly dir: 'ltr' | 'rtl';
  /** Value of the `lang` attribute (BCP 47). */
  readonly tag: string;
  /** Plural categories (Unicode CLDR) that every counted string must have. */
  readonly plurals: readonly Intl.LDMLPluralRule[];
}

export const LOCALE_FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  ar: {
    name: 'العربية',
    dir: 'rtl',
    tag: 'ar',
    plurals: ['zero', 'one', 'two', 'few', 'many', 'other'],
  },
  en: { name: 'English', dir: 'ltr', tag: 'en', plurals: ['one', 'other'] },
  es: { name: 'Español', dir: 'ltr', tag: 'es', plurals: ['one', 'many', 'other'] },
  fr: { name: 'Français', dir: 'ltr', tag: 'fr', plurals: ['one', 'many', 'other'] },
  ru: { name: 'Русский', dir: 'ltr', tag: 'ru', plurals: ['one', 'few', 'many', 'other'] },
  zh: { name: '简体中文', dir: 'ltr', tag: 'zh-Hans', plurals: ['other'] },
};

/** True for one of the six language codes used in addresses. */
export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}
