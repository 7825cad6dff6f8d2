import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';

/** An HTML document as XHTML, with `xml:lang` beside each `lang`. */
export function xhtmlOf(document: string): string {
  const tree = toXast(fromHtml(document));
  return `${toXml(tree, { closeEmptyElements: true })
    .replace(/<!doctype html>/i, '')
    .replace(/ lang="([\w-]+)"/g, ' lang="$1" xml:lang="$1"')
    .replace(/^/, '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n')}\n`;
}
