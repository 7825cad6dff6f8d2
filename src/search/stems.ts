import lunr from 'lunr';
import type { Locale } from '../i18n/locales.ts';
import type { Stem } from './tokens.ts';

/** English words go through the Porter stemmer that lunr carries. */
const english: Stem = (word) => lunr.stemmer(new lunr.Token(word, {})).toString();

/**
 * Arabic: drops the joined particles and the article at the front and the common endings, as long as three
 * letters stay. A light stem: it joins الأدلة, للأدلة and أدلة, and leaves broken plurals to the glossary's
 * other forms. The article is dropped twice, since in الإلكتروني the word itself begins like one. The word is
 * folded already (ة is ه).
 */
const arabic: Stem = (word) => {
  const front = word.replace(/^(?:[وف]?(?:(?:ب|ك)?ال(?:ال)?|لل(?:ال)?)|[وفبلك](?=\p{L}{4}))/u, '');
  const kept = front.length >= 3 ? front : word;
  const back = kept.replace(/(?:هما|كما|تان|تين|ها|هم|هن|نا|ات|ون|ين|ان|يه|ه|ي)$/u, '');
  return back.length >= 3 ? back : kept;
};

/** Romance and Slavic languages: the endings of number and gender, as long as four letters stay. */
const light =
  (endings: RegExp): Stem =>
  (word) => {
    const cut = word.replace(endings, '');
    return cut.length >= 4 ? cut : word;
  };

/** How words are shortened in each language. Chinese is cut into pairs and has no stems. */
export const STEMS: Readonly<Record<Locale, Stem>> = {
  ar: arabic,
  en: english,
  es: light(/(?:es|as|os|s|a|o|e)$/u),
  fr: light(/(?:aux|es|s|x|e)$/u),
  ru: light(
    /(?:иями|ями|ами|ией|иях|ого|его|ому|ему|ыми|ими|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ам|ям|ах|ях|ом|ем|ую|юю|ия|ии|ию|а|я|о|е|ы|и|у|ю|ь|й)$/u,
  ),
  zh: (word) => word,
};
