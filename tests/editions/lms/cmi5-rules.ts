import type { Received } from './lrs-double.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/';

/** What the LMS has told the package. */
export interface SessionFacts {
  readonly actor: Readonly<Record<string, unknown>>;
  readonly registration: string;
  readonly activityId: string;
  readonly session: string;
  readonly publisherId: string;
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number;
}

/**
 * The rules of cmi5 (Quartz) for statements of a package, sections 7.1.3, 9.3, 9.5, 9.6 and 10.2: what an LMS has to
 * reject. Written from the specification, by sentence.
 */
export function cmi5Rules(facts: () => SessionFacts) {
  return (batch: readonly Received[], stored: readonly Received[]): string | undefined => {
    const all = [...stored];
    for (const statement of batch) {
      const wrong = wrongWith(statement, all, facts());
      if (wrong !== undefined) return `${statement.verb.id}: ${wrong}`;
      all.push(statement);
    }
    return undefined;
  };
}

function wrongWith(
  statement: Received,
  before: readonly Received[],
  facts: SessionFacts,
): string | undefined {
  const { context, result, timestamp } = statement;
  const sessionOf = (each: Received): unknown =>
    each.context?.extensions?.[`${CMI5}extensions/sessionid`];
  const isDefined = (each: Received): boolean =>
    each.context?.contextActivities?.['category']?.some(
      ({ id }) => id === `${CMI5}categories/cmi5`,
    ) ?? false;
  const verbOf = (each: Received): string =>
    each.verb.id.startsWith(ADL) ? each.verb.id.slice(ADL.length) : each.verb.id;
  const session = before.filter((each) => sessionOf(each) === facts.session);
  const verb = verbOf(statement);

  if (JSON.stringify(statement.actor) !== JSON.stringify(facts.actor)) return 'another actor';
  if (context?.registration !== facts.registration) return 'the registration is missing';
  if (sessionOf(statement) !== facts.session) return 'the session id of the template is missing';
  if (!context.contextActivities?.['grouping']?.some(({ id }) => id === facts.publisherId)) {
    return 'the grouping of the template is missing';
  }
  if (timestamp === undefined || !timestamp.endsWith('Z')) return 'no timestamp in UTC';
  if (session.some((each) => verbOf(each) === 'terminated')) return 'after Terminated';
  if (session.length === 0 && (verb !== 'initialized' || !isDefined(statement))) {
    return 'Initialized is not the first';
  }
  const first = session[0]?.timestamp;
  if (first !== undefined && timestamp < first) return 'older than Initialized';
  if (!isDefined(statement)) return undefined;

  if (statement.object.id !== facts.activityId) return 'about another activity';
  if (session.some((each) => isDefined(each) && verbOf(each) === verb)) return 'twice in a session';
  if (facts.mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated') {
    return `not in the mode ${facts.mode}`;
  }
  const ever = before.filter((each) => isDefined(each) && verbOf(each) === verb);
  if ((verb === 'completed' || verb === 'passed') && ever.length > 0) return 'twice';
  const moveOn = context.contextActivities['category']?.some(
    ({ id }) => id === `${CMI5}categories/moveon`,
  );
  const judges = result?.success !== undefined || result?.completion !== undefined;
  if (judges !== (moveOn ?? false)) return 'the category moveon does not fit';
  if (['completed', 'passed', 'failed', 'terminated'].includes(verb) && !result?.duration) {
    return 'no duration';
  }
  if (verb === 'completed' && (result?.completion !== true || result.success !== undefined)) {
    return 'completion';
  }
  if (verb === 'passed') {
    if (result?.success !== true || result.completion !== undefined) return 'success';
    if ((result.score?.scaled ?? 1) < facts.masteryScore) return 'below the mastery score';
    if (context.extensions?.[`${CMI5}extensions/masteryscore`] !== facts.masteryScore) {
      return 'the mastery score is missing';
    }
  } else if (result?.score) return 'a score';
  return undefined;
}
