import { z } from 'zod';
import { Day, Key, Lang, Text } from './common.ts';
import { LOCALES } from '../../i18n/locales.ts';

/** `courses/sources.yaml`: every page that was read, once. */
export const Sources = z.record(
  Key,
  z.strictObject({
    /** Title as the source gives it, in its own language. */
    title: Text,
    /** Who answers for it. */
    publisher: Text,
    /** The language of title and publisher as they stand here; left out for English. */
    lang: Lang.default('en'),
    url: z.url(),
    /** `primary` official text; `copy` a third party's copy of it; `secondary` somebody writing about it. */
    kind: z.enum(['primary', 'copy', 'secondary']),
    /** The day somebody read it. */
    read: Day,
  }),
);
export type Sources = z.infer<typeof Sources>;

/** `courses/glossary.yaml`: one concept, one agreed word in each language. */
export const Glossary = z.record(
  Key,
  z.strictObject({
    /** The agreed form, as running text uses it. */
    forms: z.record(z.enum(LOCALES), Text),
    /** One or two plain sentences. English always; other languages where translated. */
    definitions: z.partialRecord(z.enum(LOCALES), Text),
    /** Other words a reader may search for. */
    also: z.partialRecord(z.enum(LOCALES), z.array(Text)).default({}),
  }),
);
export type Glossary = z.infer<typeof Glossary>;
