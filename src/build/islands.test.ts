import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { leanPage } from './islands.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const head = 'document.title';
const policy = (hashes: string): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes}; style-src 'self'">`;
const island = (rest: string): string =>
  `<astro-island uid="Z1" component-url="/_astro/A.js" component-export="default" renderer-url="/_astro/r.js" ${rest}>`;

describe('a page after the build', () => {
  test('loses the runtime of Astro, and keeps its own scripts and the marks of Svelte', () => {
    const runtime =
      '<style>astro-island,astro-slot{display:contents}</style><script>(self.Astro||(self.Astro={})).load=1</script><script>customElements.define("astro-island",A)</script>';
    const own = `<script>${head}</script><style>p{margin:0}</style><script type="module" src="/a.js"></script>`;
    expect(leanPage(`${own}${runtime}<p>Words</p><!--[--><!--]--><!--astro:end-->`)).toBe(
      `${own}<p>Words</p><!--[--><!--]-->`,
    );
  });

  test('allows the inline scripts that it has and no others', () => {
    expect(
      leanPage(`${policy(` ${hash(head)} ${hash('something else')}`)}<script>${head}</script>`),
    ).toBe(`${policy(` ${hash(head)}`)}<script>${head}</script>`);
  });

  test('gives islands their properties as plain data', () => {
    const props =
      '{&quot;item&quot;:[0,{&quot;id&quot;:[0,&quot;p1&quot;],&quot;of&quot;:[1,[[0,2],[0,&quot;a &amp;amp; &#39;b&#39; &lt;c&gt;&quot;]]],&quot;none&quot;:[0,null]}]}';
    const lean = leanPage(
      island(
        `props="${props}" ssr client="visible" opts="{&quot;name&quot;:&quot;A&quot;,&quot;value&quot;:{&quot;rootMargin&quot;:&quot;300px&quot;}}" await-children`,
      ),
    );
    expect(lean).toBe(
      `<astro-island component-url="/_astro/A.js" renderer-url="/_astro/r.js" ssr client="visible" margin="300px" props='{"item":{"id":"p1","of":[2,"a &amp;amp; &#39;b&#39; &lt;c>"],"none":null}}'>`,
    );
  });

  test('is refused when it needs more of an island than the page script does', () => {
    const opts = 'opts="{&quot;value&quot;:true}"';
    expect(() => leanPage(island(`props="{}" client="idle" ${opts}`))).toThrow('client:idle');
    expect(() => leanPage(island(`props="{&quot;a&quot;:[3,0]}" client="load" ${opts}`))).toThrow(
      'kind 3',
    );
    expect(() => leanPage(`${island(`props="{}" client="load" ${opts}`)}<astro-slot>`)).toThrow(
      'slot',
    );
  });
});
