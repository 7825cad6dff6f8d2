import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sealAnew, sealOf, sealPath } from './seal.ts';

const page = (inside: string): string =>
  `<html><body><main><article data-seal>${inside}</article><p>After</p></main></body></html>`;

describe('the seal of a page', () => {
  test('takes the words in order, without what is unsealed, script or style', () => {
    const seal = sealOf(
      page(
        '<h1>One</h1> <p data-unsealed>no <b>not this</b></p>\n<p>two&nbsp;&amp;  three</p><script>x</script><style>y</style>',
      ),
    );
    expect(seal?.words).toBe('One two & three');
    expect(sealOf(page('<pre><code>a &lt;b&gt;</code> c</pre>'))?.words).toBe('a <b> c');
  });

  test('is the SHA-256 of the words in UTF-8, and prints its first 16 digits', () => {
    const seal = sealOf(page('电子证据 é'));
    const hash = createHash('sha256').update('电子证据 é'.normalize('NFC')).digest('hex');
    expect(seal?.hash).toBe(hash);
    expect(seal?.digits.replaceAll(' ', '')).toBe(hash.slice(0, 16));
  });

  test('does not change with white space or composed letters', () => {
    expect(sealOf(page('a  b\n\nc'))?.hash).toBe(sealOf(page('a b c'))?.hash);
    expect(sealOf(page('<b>a</b><br>b <br> c'))?.words).toBe('a b c');
    expect(sealOf(page('e\u0301'))?.hash).toBe(sealOf(page('\u00e9'))?.hash);
  });

  test('is not made for a page without fixed words', () => {
    expect(sealOf('<html><body><article>words</article></body></html>')).toBeUndefined();
  });
});

test('the dots are the first 64 bits, most significant first, in 16 columns', () => {
  expect(sealPath(`8001${'0'.repeat(60)}`)).toBe('M0 0h0m15 0h0');
  expect(sealPath(`00008421${'0'.repeat(8)}0001`)).toBe('M0 1h0m5 0h0m5 0h0m5 0h0');
  expect(sealPath(`${'0'.repeat(15)}1`)).toBe('M15 3h0');
});

test('a page whose words an edition changes is sealed anew, and any other keeps its seal', () => {
  const drawn = (words: string, sealed: string): string => {
    const { hash, digits } = sealOf(page(sealed)) ?? { hash: '', digits: '' };
    return page(`${words}<p data-unsealed><path d="${sealPath(hash)}"/>${digits}</p>`);
  };
  const built = drawn('On the site', 'On the site');
  expect(sealAnew(built, built)).toBe(built);
  expect(sealAnew(built, built.replace('On the site', 'In an LMS'))).toBe(
    drawn('In an LMS', 'In an LMS'),
  );
});
