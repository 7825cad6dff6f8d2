import { z } from 'zod';
import { AXES } from '../../domain/roles.ts';
import { Key, Minutes, RoleKey, Text, Translation } from './common.ts';

const Effect = z.enum(['held', 'open']);

/** `scenario.yaml`: the graph of a case. The build proves that it can be walked from everywhere to an ending. */
export const ScenarioSpine = z.strictObject({
  id: Key,
  minutes: Minutes,
  roles: z.array(RoleKey).min(1),
  /** What a case remembers about earlier decisions; endings and forks ask for it. */
  flags: z.array(Key),
  /** The way through the case. `role` stands for the learner's next own node. */
  sequence: z.array(z.union([Key, z.literal('role')])).min(1),
  /** For each role: its own nodes in order, one for each `role` of the sequence. */
  role_nodes: z.record(RoleKey, z.array(Key)),
  nodes: z.record(
    Key,
    z.strictObject({
      /** At this node the learner is asked for one line of reason. Three nodes of the case have it for every role. */
      reason: z.boolean().default(false),
      options: z.record(
        Key,
        z.strictObject({
          /** Defensible on what was known then. */
          sound: z.boolean(),
          /** What the decision did to each of the three lines. */
          axes: z.record(z.enum(AXES), Effect),
          /** Flags this decision sets. */
          sets: z.array(Key).default([]),
          /** Ends the case at once with this ending. */
          ends: Key.optional(),
        }),
      ),
    }),
  ),
  /** Looked at from top to bottom after the last node; the first whose condition holds is reached. The last has none. */
  endings: z.record(
    Key,
    z.strictObject({
      /** At least one of these flags is set. */
      any: z.array(Key).default([]),
      /** All of these flags are set. */
      all: z.array(Key).default([]),
      /**
       * The ending that everybody hopes for; one ending has it. Sound decisions that end elsewhere
       * are told so at the review.
       */
      good: z.boolean().default(false),
    }),
  ),
});
export type ScenarioSpine = z.infer<typeof ScenarioSpine>;

/** `scenario.<lang>.yaml`. */
export const ScenarioWords = z.strictObject({
  translation: Translation.optional(),
  title: Text,
  description: Text,
  /** First thing on the page: what the case touches, that nothing harmful is shown, that one may pause or skip. */
  note: Text,
  /** Where and when; the fictional State; what the learner knows at the start. Markdown. */
  setting: Text,
  /** The fictional law that decides consequences. Markdown. */
  law_card: Text,
  /** One sentence for each role: whose shoes you stand in. */
  roles: z.record(RoleKey, Text),
  nodes: z.record(
    Key,
    z.strictObject({
      /** Fictional day and time, with offset where it matters: "Monday 08:40 (`+00:00`)". */
      when: Text,
      title: Text,
      /** What is known now. Markdown. */
      situation: Text,
      ask: Text,
      options: z.record(
        Key,
        z.strictObject({
          /** A full sentence: what you do. */
          label: Text,
          /** What happens then. */
          after: Text,
          /** For the debrief: "Sound." or "Not sound.", then why, judged on what was known. */
          why: Text,
          /** For each line left open: what it cost, in one sentence. */
          open: z.partialRecord(z.enum(AXES), Text).default({}),
        }),
      ),
    }),
  ),
  endings: z.record(
    Key,
    z.strictObject({
      title: Text,
      /** What became of the case. Markdown. */
      text: Text,
      /** Which decisions lead here, for readers without script: "If at any point you ...". */
      when: Text,
    }),
  ),
});
export type ScenarioWords = z.infer<typeof ScenarioWords>;
