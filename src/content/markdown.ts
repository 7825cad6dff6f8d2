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

/** Longer machine text may be broken, but not between a time in it and its offset from UTC. */
export function keepOffsets(html: string): string {
  return html.replace(
    /\d\d:\d\d(?::\d\d(?:\.\d+)?)? ?[+-]\d\d:?\d\d(?!\d)/g,
    '<span class="whole">$&</span>',
  );
}

/** HTML of several lines of machine text, which stand as they were written. */
export function machineText(text: string): string {
  return keepOffsets(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** True for the HTML of a table cell whose machine text needs a whole line of a phone. */
export function isWide(html: string): boolean {
  return /class="whole">[^<]{17,}/.test(html);
}

function isolate(html: string): string {
  return html.replace(/<code>([^<]*)<\/code>/g, (_, text: string) => {
    const whole = codeClass(text);
    return whole
      ? `<code dir="ltr" class="${whole}">${text}</code>`
      : `<code dir="ltr">${keepOffsets(text)}</code>`;
  });
}
