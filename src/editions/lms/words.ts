/** What an LMS package can come to say while it runs: key without its area, and the words in the package's language. */
export type LmsWords = Readonly<Record<LmsWord, string>>;

/** The keys of `src/i18n/ui/<lang>/lms.json` that the running package needs. */
export const LMS_WORDS = [
  'none',
  'refused',
  'again',
  'unreadable',
  'begin',
  'changed',
  'look',
  'full',
  'prose',
  'offline',
  'ended',
  'back',
] as const;
export type LmsWord = (typeof LMS_WORDS)[number];
