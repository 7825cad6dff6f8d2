import { PLATFORM, type Result, type Statement } from '../../../../domain/statement.ts';
import { newId } from '../../../../progress/identity.ts';
import { isoDuration } from '../scorm-dialect.ts';
import type { Launch, LaunchData } from './launch.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/';

/** The verbs that cmi5 defines for a package. `failed` is not among ours: form B can be sat again. */
export type Cmi5Verb = 'initialized' | 'completed' | 'passed' | 'terminated';

/** A statement as an LRS takes it. */
export type Sent = Readonly<Record<string, unknown>> & { readonly id: string };

/** The context that every statement of the session has: the template of the LMS with what the section asks for. */
function contextOf(
  { registration }: Launch,
  { contextTemplate }: LaunchData,
  categories: readonly string[],
  extensions: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const template = contextTemplate as {
    contextActivities?: Readonly<Record<string, unknown>>;
    extensions?: Readonly<Record<string, unknown>>;
  };
  const known = template.contextActivities?.['category'];
  const category = [
    ...(Array.isArray(known) ? (known as unknown[]) : known ? [known] : []),
    ...categories.map((id) => ({ objectType: 'Activity', id: `${CMI5}categories/${id}` })),
  ];
  return {
    ...contextTemplate,
    registration,
    platform: PLATFORM,
    contextActivities: {
      ...template.contextActivities,
      ...(category.length > 0 && { category }),
    },
    // The template comes last: nothing that the LMS has set may be overwritten.
    extensions: { ...extensions, ...template.extensions },
  };
}

/**
 * A statement that cmi5 defines.
 *
 * @param of.since milliseconds since the session began
 * @param of.score form B, for `passed`
 */
export function definedStatement(
  verb: Cmi5Verb,
  launch: Launch,
  data: LaunchData,
  of: { since: number; now: Date; score?: { right: number; of: number } | undefined },
): Sent {
  const { masteryScore } = data;
  const moveOn = verb === 'completed' || verb === 'passed';
  const result: Result & { duration?: string } = {
    ...(verb !== 'initialized' && { duration: isoDuration(of.since) }),
    ...(verb === 'completed' && { completion: true }),
    ...(verb === 'passed' && { success: true }),
    ...(verb === 'passed' &&
      of.score && {
        score: {
          scaled: Math.round((of.score.right / of.score.of) * 10_000) / 10_000,
          raw: of.score.right,
          min: 0,
          max: of.score.of,
        },
      }),
  };
  const extensions =
    verb === 'passed' && masteryScore !== undefined
      ? { [`${CMI5}extensions/masteryscore`]: masteryScore }
      : {};
  return {
    id: newId(),
    actor: launch.actor,
    verb: { id: `${ADL}${verb}`, display: { en: verb } },
    object: { objectType: 'Activity', id: launch.activityId },
    ...(Object.keys(result).length > 0 && { result }),
    context: contextOf(launch, data, moveOn ? ['cmi5', 'moveon'] : ['cmi5'], extensions),
    timestamp: of.now.toISOString(),
  };
}

/**
 * What the learner did, as a statement that cmi5 allows: our own, with the learner as the LMS calls them. Prose
 * never goes; for a statement that holds any the answer is `undefined`.
 */
export function allowedStatement(
  statement: Statement,
  launch: Launch,
  data: LaunchData,
): Sent | undefined {
  if (statement.verb.id.endsWith('/kept')) return undefined;
  const { id, verb, object, result, context, timestamp } = statement;
  return {
    id,
    actor: launch.actor,
    verb,
    object,
    ...(result && { result }),
    context: {
      ...contextOf(launch, data, [], context.extensions),
      ...(context.language && { language: context.language }),
    },
    timestamp,
  };
}
