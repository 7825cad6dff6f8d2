/** A kind of thing that somebody could really have, and what is written instead. */
export interface RealThing {
  readonly what: string;
  readonly pattern: RegExp;
  /** What is reserved for examples (RFC 2606, 5737, 3849) and therefore fine. */
  readonly allowed: RegExp;
  readonly instead: string;
}

/** Addresses and numbers that somebody could really have. Reserved ones are fine. */
export const REAL_THINGS: readonly RealThing[] = [
  {
    what: 'e-mail address',
    pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    allowed: /@(?:[\w-]+\.)*example(?:\.(?:org|net|com))?$/,
    instead: 'an address below `example.org` or `example.net`',
  },
  {
    what: 'IP address',
    pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
    allowed: /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./,
    instead: '`192.0.2.x`, `198.51.100.x` or `203.0.113.x`',
  },
  {
    what: 'IP address',
    pattern: /\b(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}/gi,
    allowed: /^2001:db8:/i,
    instead: 'an address that begins with `2001:db8:`',
  },
  {
    what: 'domain',
    pattern:
      /\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|app|online|site|xyz|ru|cn|de|fr|uk|eu|tv|me)\b/gi,
    allowed: /(?:^|\.)example\.(?:org|net|com)$|^custodia\.example$/i,
    instead: '`example.org` or `example.net`',
  },
  {
    what: 'telephone number',
    pattern: /\+\d{1,3}[ -]?(?:\(?\d{2,4}\)?[ -]?){2,4}\d{2,4}/g,
    allowed: /^$/,
    instead: 'no number at all; write “the number on your card”',
  },
];
