import { readShelf } from './shelf.ts';

interface Words {
  readonly offline: string;
  readonly newer: string;
  /** Name of the page about it, for the link. */
  readonly more: string;
}

/** How long a look for a newer version is good for, in milliseconds. */
const FRESH = 3_600_000;

/**
 * Says on a page that this device keeps: that there is no network, or that a newer version is there. Says nothing
 * while both are not so. Never rejects.
 */
export async function showKept(base: string, lang: string): Promise<void> {
  const { active } = await readShelf(base);
  if (active === undefined) return;
  const words = await wordsOf(base, lang);
  const main = document.querySelector('main');
  if (!words || !main) return;
  const line = document.createElement('p');
  line.className = 'keptline small';
  line.hidden = true;
  line.setAttribute('role', 'status');
  line.dataset['unsealed'] = '';
  main.before(line);
  const say = (text: string): void => {
    const link = document.createElement('a');
    link.href = `${base}${lang}/offline/`;
    link.textContent = words.more;
    line.hidden = text === '';
    line.replaceChildren(`${text} `, link);
  };
  let newer = '';
  const tell = (): void => say(navigator.onLine ? newer : words.offline);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();
  if (await isNewer(base, active)) {
    newer = words.newer;
    tell();
  }
}

async function wordsOf(base: string, lang: string): Promise<Words | undefined> {
  try {
    return (await (await fetch(`${base}offline/words-${lang}.json`)).json()) as Words;
  } catch {
    return undefined;
  }
}

/** Whether the site has another version than the one that is kept. Asks at most once an hour. */
async function isNewer(base: string, active: string): Promise<boolean> {
  try {
    const [when = '', known = ''] = (localStorage.getItem('custodia:newest') ?? '').split(' ');
    if (Date.now() - Number(when) < FRESH) return known !== '' && known !== active;
    const { version } = (await (
      await fetch(`${base}offline/version.json`, { cache: 'no-cache' })
    ).json()) as { version: string };
    localStorage.setItem('custodia:newest', `${Date.now()} ${version}`);
    return version !== active;
  } catch {
    return false;
  }
}
