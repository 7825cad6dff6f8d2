import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { LessonWords } from './content/schemas/lesson.ts';

export const collections = {
  /** The running text of every lesson; the id is `<course>/<lesson>/<lang>`. Spines are read by `src/content`. */
  lessons: defineCollection({
    loader: glob({
      base: './courses',
      pattern: '*/*/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: LessonWords,
  }),
};
