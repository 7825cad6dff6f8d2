import { z } from 'zod';
import { Key, Minutes, Text, Translation } from './common.ts';

/**
 * `labs/<lab>/lab.yaml`: what every lab declares; `data` belongs to the lab's own schema below
 * `src/content/schemas/labs/`.
 */
export const LabSpine = z.strictObject({
  id: Key,
  minutes: Minutes,
  outcomes: z.array(Key).min(1),
  data: z.unknown(),
});
export type LabSpine = z.infer<typeof LabSpine>;

/** `labs/<lab>/<lang>.yaml`: title and lead, and the words of the lab, checked by the lab's own schema. */
export const LabWords = z.strictObject({
  translation: Translation.optional(),
  title: Text,
  description: Text,
  lead: Text,
  words: z.unknown(),
});
export type LabWords = z.infer<typeof LabWords>;
