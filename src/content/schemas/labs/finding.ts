import { z } from 'zod';
import { Key, Text } from '../common.ts';

/** Fields of a finding in the order of the sentences. */
export const FindingFields = z
  .array(
    z.strictObject({
      id: Key,
      options: z.array(Key).min(2),
      /** The option that holds. */
      correct: Key,
      /** Options that hold as well. */
      defensible: z.array(Key).default([]),
    }),
  )
  .min(1);
export type FindingFields = z.infer<typeof FindingFields>;

/** `finding:` of a lab: a finding says how far it reaches. */
export const Finding = z.strictObject({
  fields: FindingFields,
  /** The field that says how far the finding reaches. */
  limit: Key,
});
export type Finding = z.infer<typeof Finding>;

/** `words.finding` of a lab. */
export const FindingWords = z.strictObject({
  title: Text,
  text: Text,
  /** The facts from which the fields are filled. */
  facts: z.array(Text).min(1),
  /** The sentences, with `{field}` where a field stands. */
  template: z.array(Text).min(1),
  fields: z.record(
    Key,
    z.strictObject({
      label: Text,
      options: z.record(Key, z.strictObject({ label: Text, feedback: Text })),
    }),
  ),
  after: Text.optional(),
});
export type FindingWords = z.infer<typeof FindingWords>;

/** For each field the options that hold, the model one first: what `src/machines/finding.ts` is given. */
export function acceptedOptions(fields: FindingFields): Record<string, string[]> {
  return Object.fromEntries(
    fields.map(({ id, correct, defensible }) => [id, [correct, ...defensible]]),
  );
}
