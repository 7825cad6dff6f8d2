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

function isolate(html: string): string {
  return html.replaceAll('<code>', '<code dir="ltr">');
}
