import { sequence, wholeNumber } from '../random.ts';

/** A sign-in record of a service together with the truth that the lab's cards and excerpts quote. */
export interface GeneratedRecord {
  /** The file as it is downloaded. */
  readonly text: string;
  readonly truth: {
    /** When the post about the open hall was published. */
    readonly published: string;
    /** When the account that opened the note signed in. */
    readonly signedIn: string;
    /** When it opened the note on the cash box. */
    readonly opened: string;
  };
}

/** The evening of the case, minute by minute; which second it was comes from the seed. */
export function generateRecord(seed: number): GeneratedRecord {
  const next = sequence(seed);
  const at = (minute: string, least = 0, most = 59): string => {
    const second = String(wholeNumber(next, least, most)).padStart(2, '0');
    return `2026-03-05T${minute}:${second}+01:00`;
  };
  const office = at('15:40');
  const published = at('15:41');
  const before = [at('17:31'), at('17:44')];
  const signedIn = at('18:04');
  // Opened and left within one minute, and in this order.
  const opened = at('18:05', 5, 29);
  const left = at('18:05', 35, 55);
  const rows = [
    [office, 'office', 'signed in'],
    [published, 'office', 'post published: hall open tonight'],
    [before[0], 'kit-1', 'signed in'],
    [before[1], 'kit-1', 'list of balls changed'],
    [signedIn, 'kit-2', 'signed in'],
    [opened, 'kit-2', 'note opened: cash box'],
    [left, 'kit-2', 'signed out'],
    [at('20:16'), 'office', 'signed in'],
  ];
  return {
    text: ['time,account,event', ...rows.map((row) => row.join(','))].map((l) => `${l}\n`).join(''),
    truth: { published, signedIn, opened },
  };
}
