/** Who learns, as the LMS writes it. Passed on as it is. */
export type LaunchActor = Readonly<Record<string, unknown>>;

/** What an LMS says in the address when it opens a cmi5 package (section 8.1 of the specification). */
export interface Launch {
  /** Always with a slash at its end. */
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: LaunchActor;
  readonly registration: string;
  readonly activityId: string;
}

/** Reads the address; `undefined` when the page was not opened by an LMS, or by one that left something out. */
export function readLaunch(search: string): Launch | undefined {
  const query = new URLSearchParams(search);
  const text = (name: string): string => query.get(name) ?? '';
  try {
    const actor = JSON.parse(text('actor')) as unknown;
    const endpoint = new URL(text('endpoint'));
    const fetch = new URL(text('fetch'));
    const fine =
      [endpoint, fetch].every(({ protocol }) => /^https?:$/.test(protocol)) &&
      typeof actor === 'object' &&
      actor !== null &&
      text('registration') !== '' &&
      text('activityId') !== '';
    if (!fine) return undefined;
    return {
      endpoint: endpoint.href.replace(/\/?$/, '/'),
      fetch: fetch.href,
      actor: actor as LaunchActor,
      registration: text('registration'),
      activityId: text('activityId'),
    };
  } catch {
    return undefined;
  }
}

/** What the LMS has written into the state `LMS.LaunchData` (section 10). */
export interface LaunchData {
  readonly contextTemplate: Readonly<Record<string, unknown>>;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | undefined;
  readonly returnURL: string | undefined;
}

/** Reads the launch data; `undefined` for anything that is none. */
export function readLaunchData(value: unknown): LaunchData | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { contextTemplate, launchMode, masteryScore, returnURL } = value as Readonly<
    Record<string, unknown>
  >;
  if (typeof contextTemplate !== 'object' || contextTemplate === null) return undefined;
  return {
    contextTemplate: contextTemplate as LaunchData['contextTemplate'],
    launchMode: launchMode === 'Browse' || launchMode === 'Review' ? launchMode : 'Normal',
    masteryScore: typeof masteryScore === 'number' ? masteryScore : undefined,
    returnURL: typeof returnURL === 'string' && /^https?:/i.test(returnURL) ? returnURL : undefined,
  };
}
