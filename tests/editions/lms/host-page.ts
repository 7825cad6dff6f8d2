/** What an LMS stand-in is asked for, in the query of its page. */
export interface HostQuery {
  readonly version: '12' | '2004' | 'none';
  /** Where the object of the LMS stands, seen from the package. */
  readonly where: 'parent' | 'grandparent' | 'opener' | 'nowhere';
  /** What goes wrong. */
  readonly fault: 'none' | 'commit-refused' | 'throws' | 'set-refused';
  /** `cmi.core.lesson_mode` or `cmi.mode`; empty for an LMS that does not say. */
  readonly mode: string;
}

/**
 * The page of an LMS: `scorm-again` keeps the data model, the package runs in a frame, every call is written down.
 * What was committed last (`/state`) is given to the next launch, as the standards ask: with SCORM 2004 only when
 * the last session was suspended.
 */
export function hostPage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title>
<script src="/scorm-again/scorm12.js"></script><script src="/scorm-again/scorm2004.js"></script>
<style>html,body,iframe{margin:0;border:0;block-size:100vh;inline-size:100%}</style>
<body><script>(${run.toString()})()</script></body></html>`;
}

/** Runs in the page. Names nothing outside itself. */
async function run(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const version = query.get('version');
  const fault = query.get('fault');
  const calls: { call: string; args: string[]; answer: string }[] = [];
  const here = window as unknown as Record<string, unknown>;
  here['calls'] = calls;
  const kept = (await (await fetch('/state')).json()) as Record<string, unknown> | null;
  const settings = { autocommit: false, lmsCommitUrl: '/commit', logLevel: 5 };
  type Api = Record<string, (...args: string[]) => unknown> & {
    cmi: Record<string, unknown>;
    loadFromJSON: (json: unknown, element: string) => void;
  };
  const make = here[version === '12' ? 'Scorm12API' : 'Scorm2004API'] as new (each: object) => Api;
  const api = new make(settings);
  const suspended = version === '12' || (kept as { exit?: string } | null)?.exit === 'suspend';
  if (kept && suspended) api.loadFromJSON(kept, 'cmi');
  const mode = query.get('mode') ?? '';
  const refusing: Record<string, string> = {
    'commit-refused': 'ommit',
    'set-refused': 'SetValue',
  };
  const recorder: Record<string, unknown> = {};
  const names =
    version === '12'
      ? ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError']
      : ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError'];
  for (const name of names) {
    recorder[name] = (...args: string[]) => {
      const off = query.get('fault') !== here['mended'];
      let answer: unknown;
      if (off && fault === 'throws' && name !== names[0]) {
        calls.push({ call: name, args, answer: 'throws' });
        throw new Error('This LMS throws.');
      }
      const word = off ? refusing[fault ?? ''] : undefined;
      if (word !== undefined && name.endsWith(word)) answer = 'false';
      else if (/(?:lesson_)?mode$/.test(args[0] ?? '') && name.endsWith('GetValue')) answer = mode;
      else
        answer =
          api[version === '12' ? `lms${name.slice(3)}` : `lms${name}`]?.(...args) ??
          api[name]?.(...args);
      const code = name.endsWith('SetValue')
        ? ((api[names[5] ?? '']?.() as string | undefined) ?? '')
        : '';
      calls.push({
        call: name,
        args,
        answer: `${String(answer)}${code && code !== '0' ? ` (${code})` : ''}`,
      });
      return answer;
    };
  }
  const where = query.get('where');
  const object = version === '12' ? 'API' : 'API_1484_11';
  if (where !== 'nowhere') here[object] = recorder;
  if (where === 'opener') {
    here['popup'] = open('/package/index.html', 'sco', 'width=800,height=600');
    return;
  }
  const frame = document.createElement('iframe');
  if (where === 'grandparent') {
    frame.srcdoc =
      '<iframe src="/package/index.html" style="inline-size:100%;block-size:90vh"></iframe>';
  } else frame.src = '/package/index.html';
  document.body.append(frame);
}
