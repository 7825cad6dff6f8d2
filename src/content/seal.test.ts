import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sealOf, sealPaths } from './seal.ts';
import { sealAnew } from './seals.ts';

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
  const { large, small } = sealPaths(`8001${'0'.repeat(60)}`);
  expect(large).toBe('M0 0h0M15 0h0');
  expect(small.split('M').length - 1).toBe(62);
});

test('a page whose words an edition changes is sealed anew, and any other keeps its seal', () => {
  const drawn = (words: string, sealed: string): string => {
    const { hash, digits } = sealOf(page(sealed)) ?? { hash: '', digits: '' };
    const { large, small } = sealPaths(hash);
    return page(`${words}<p data-unsealed><path d="${large}"/><path d="${small}"/>${digits}</p>`);
  };
  const built = drawn('On the site', 'On the site');
  expect(sealAnew(built, built)).toBe(built);
  expect(sealAnew(built, built.replace('On the site', 'In an LMS'))).toBe(
    drawn('In an LMS', 'In an LMS'),
  );
});
