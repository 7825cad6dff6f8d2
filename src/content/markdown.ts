import { markdownToHtml } from 'satteri';

/** HTML of a Markdown text from a YAML file. Machine text (`` `...` ``) is isolated left to right in every language. */
export function markdown(text: string): string {
  return isolate(markdownToHtml(text).html);
}

/** HTML of one line of Markdown, without the paragraph around it. */
export function inline(text: string): string {
  return markdown(text)
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}

/** Machine text up to this many characters, such as a time with its offset, is never broken over two lines. */
const WHOLE = 26;

/** The class of a piece of machine text: a hash may be broken anywhere, a time or a file name may not. */
export function codeClass(text: string): 'whole' | undefined {
  return text.length <= WHOLE ? 'whole' : undefined;
}

function isolate(html: string): string {
  return html.replace(/<code>([^<]*)<\/code>/g, (_, text: string) => {
    const whole = codeClass(text);
    return `<code dir="ltr"${whole ? ` class="${whole}"` : ''}>${text}</code>`;
  });
}
