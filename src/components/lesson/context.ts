import type { z } from 'zod';
import { dataOf } from '../../content/catalogue.ts';
import type { LessonWords } from '../../content/schemas/lesson.ts';
import { translator } from '../../i18n/t.ts';
import { sayAttributes } from '../page/say.ts';

/** Interface words of the page and the attributes that mark them inside an article of another language. */
export function ui(locals: App.Locals) {
  const { lang, contentLang } = locals.lesson;
  return { t: translator(lang), say: sayAttributes(lang, contentLang) };
}

/** The front matter of the lesson in the language of its running text. */
export function wordsOf(locals: App.Locals): z.infer<typeof LessonWords> {
  const { lesson, contentLang } = locals.lesson;
  const page = lesson.files.pages[contentLang];
  if (!page) throw new Error(`${lesson.folder} has no ${contentLang}.mdx.`);
  return dataOf(page);
}

/** The value under a key, or an error that names the lesson and the keys it has. */
export function need<T>(
  values: Readonly<Record<string, T>>,
  key: string,
  what: string,
  folder: string,
): T {
  const value = values[key];
  if (value === undefined) {
    throw new Error(
      `${folder} shows the ${what} \`${key}\`, but has only: ${Object.keys(values).join(', ') || 'none'}.`,
    );
  }
  return value;
}
