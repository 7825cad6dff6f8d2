import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { placeTexts } from './place-texts.ts';

function textsOf(html: string, ...anchors: string[]): Record<string, string> {
  const article = parse(`<article lang="en">${html}</article>`).querySelector('article');
  if (!article) throw new Error('There is no article.');
  return Object.fromEntries(placeTexts(article, new Set(anchors)));
}

test('a text runs from its anchor to the next one, whatever stands around them', () => {
  expect(
    textsOf(
      '<h1>Title</h1><p>Be<b>fore</b>.</p><div><h2 id="one">One</h2><p>First\n text.</p></div><ul><li>Still first.</li></ul><h2 id="no-place">No place</h2><p>And this.</p><section id="two"><h2>Two</h2><p>Second.</p></section>',
      'one',
      'two',
    ),
  ).toEqual({
    '': 'Before.',
    one: 'First text. Still first. And this.',
    two: 'Second.',
  });
});

test('what the page says about itself, answers, drawings and other languages are no running text', () => {
  expect(
    textsOf(
      '<dl data-unsealed><dd>7 minutes</dd></dl><p>Read.</p><figure><svg><text>x</text></svg><figcaption>A drawing.</figcaption></figure><details><summary>Deeper</summary><p>More.</p></details><div data-static><p>Answer</p></div><p hidden>Later</p><p lang="ar">\u0642</p><script>1</script><p lang="en">Still.</p>',
    ),
  ).toEqual({ '': 'Read. A drawing. More. Still.' });
});
