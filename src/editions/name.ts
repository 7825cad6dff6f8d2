import { LOCALES, type Locale } from '../i18n/locales.ts';

/** What a package holds, as far as its name tells it. */
export interface Holding {
  readonly edition: string;
  readonly audience: 'learner' | 'trainer';
  /** The State whose law it shows; `law-` stands before its code, because `ar` or `es` could be a language. */
  readonly jurisdiction?: string | undefined;
  /** Codes of the courses that were asked for, `A2`; empty for all. */
  readonly codes: readonly string[];
  readonly langs: readonly Locale[];
}

/** `custodia-usb-en`: only what is not the whole stands in the name. */
export function packageName({ edition, audience, jurisdiction, codes, langs }: Holding): string {
  return [
    'custodia',
    ...(edition === '' ? [] : [edition]),
    ...(audience === 'trainer' ? ['trainer'] : []),
    ...(jurisdiction === undefined ? [] : [`law-${jurisdiction}`]),
    ...codes.map((code) => code.toLowerCase()),
    ...(langs.length === LOCALES.length ? [] : langs),
  ].join('-');
}
