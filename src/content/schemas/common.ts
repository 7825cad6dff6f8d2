import { z } from 'zod';
import { ROLES } from '../../domain/roles.ts';

/** A short, permanent, lower-case name, such as `equal-hash`. Never translated, never reused: progress is keyed by it. */
export const Key = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use lower-case letters, digits and single hyphens, for example `equal-hash`.',
  );

/** A piece of text that a person reads. Inline Markdown is allowed: `**strong**`, `*emphasis*`, `` `machine text` ``. */
export const Text = z.string().trim().min(1, 'Write the text, or remove the line.');

/** The language of a text that is quoted as it stands, as BCP 47 writes it. */
export const Lang = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    'Write the code of the language, for example `fr` or `pt-BR`.',
  );

/** A day as `2026-11-23`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the day as year-month-day, for example `2026-11-23`.');

export const RoleKey = z.enum(ROLES);

/** `draft` stays out of every build; `ready` is published. */
export const Status = z.enum(['draft', 'ready']);

/** Whole minutes a learner needs. */
export const Minutes = z.number().int().positive();

/**
 * The head of every translated file. `of` is the stamp of the English words it was made from
 * (`npm run status` prints it); when the stamps differ, readers are told that the text is older than its source.
 */
export const Translation = z.strictObject({
  of: z.string().regex(/^[0-9a-f]{8}$/, 'Copy the eight characters that `npm run status` prints.'),
  /** `draft`: a person still has to read it; `reviewed`: a reader of this language with the right background has. */
  state: z.enum(['draft', 'reviewed']),
});

/**
 * One statement that can be wrong one day: where it was read, when, and when somebody has to look again.
 * `practice` = working practice for which no source was read; it is shown as that and never decides a quiz key.
 */
export const Fact = z
  .strictObject({
    /** Ids of `courses/sources.yaml`. */
    sources: z.array(Key).default([]),
    /** The day on which the statement was last compared with its source. */
    as_of: Day,
    /** The day on which a reader is told that it is due for checking. */
    review_by: Day,
    standing: z.enum(['sourced', 'practice']).default('sourced'),
  })
  .refine((fact) => fact.standing === 'practice' || fact.sources.length > 0, {
    message:
      'A sourced fact needs at least one id of courses/sources.yaml in `sources`. If no source was read, write `standing: practice`.',
  });
