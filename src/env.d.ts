declare namespace App {
  /** What the lesson page hands to the components of its running text, which MDX calls without context. */
  interface Locals {
    lesson: {
      readonly course: import('./content/catalogue.ts').Course;
      readonly lesson: import('./content/catalogue.ts').Lesson;
      /** The language of the page. */
      readonly lang: import('./i18n/locales.ts').Locale;
      /** The language of the running text; English where the lesson is not translated. */
      readonly contentLang: import('./i18n/locales.ts').Locale;
    };
  }
}

/** For plain TypeScript files that list Astro components; `astro check` reads the components themselves. */
declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}

/** `SendToLrs.astro` where the build was given an LRS, `NoLrs.astro` where it was not. */
declare module 'custodia:lrs' {
  const component: (props: { lang: import('./i18n/locales.ts').Locale }) => unknown;
  export default component;
}
