import { readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.ts';

/** A data file with its parsed value and what is needed to name a place in it. */
export interface Source<T> {
  /** Path from the root of the repository. */
  readonly file: string;
  /** The file's text as it stands on disk. */
  readonly text: string;
  /** The checked value, or `undefined` when a problem was found. */
  readonly data: T | undefined;
  readonly problems: readonly Problem[];
  /** Line and column (from 1) of a value by its path, or of its nearest parent. */
  place(path: readonly PropertyKey[]): { line: number; column: number };
}

/** How a file is read. */
interface Reading {
  /** Line of the file on which the text starts, for front matter. */
  readonly firstLine?: number;
  /** Maps in braces are fine: the file is JSON. */
  readonly flow?: boolean;
}

/** Reads a YAML or JSON file and checks it against a schema. Never throws for what an author wrote. */
export function readYaml<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  reading: Reading = {},
): Source<z.infer<S>> {
  return parseYaml(readFileSync(`${root}/${file}`, 'utf8'), file, schema, reading);
}

/** As `readYaml`, for text that is already at hand. */
function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  { firstLine = 1, flow: braces = false }: Reading = {},
): Source<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const place = (path: readonly PropertyKey[]): { line: number; column: number } =>
    at(offsetOf(document, path));

  const broken = [...document.errors, ...document.warnings].map((error) => ({
    rule: 'yaml-syntax',
    file,
    ...at(error.pos[0]),
    message: `This is not valid YAML: ${error.message.replace(/\.?$/, '.')} Compare with a neighbouring file; long text goes on a new line after \`|\` or \`>\`.`,
    severity: 'error' as const,
  }));
  if (broken.length > 0) return { file, text, data: undefined, problems: broken, place };

  const found = braces ? [] : [...text.matchAll(/^[^#'"\n]*?(?:^|[:-]\s)(\{)/gm)];
  const flow = found.map((match) => ({
    rule: 'yaml-flow-map',
    file,
    ...at(match.index + match[0].length - 1),
    message:
      'A map in braces cuts a sentence at its first comma without saying so. Write one key per line instead.',
    severity: 'error' as const,
  }));

  const result = schema.safeParse(document.toJS() as unknown);
  const problems = result.success
    ? flow
    : [...flow, ...schemaProblems({ file, place }, result.error)];
  return { file, text, data: result.success ? result.data : undefined, problems, place };
}

/** What a schema found, as problems; `below` is where in the file the value stands that was looked at. */
export function schemaProblems(
  { file, place }: Pick<Source<unknown>, 'file' | 'place'>,
  { issues }: z.ZodError,
  below: readonly PropertyKey[] = [],
): Problem[] {
  return issues.map((issue) => {
    const path = [...below, ...issue.path];
    return {
      rule: 'schema',
      file,
      ...place(issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path),
      message: sentence({ ...issue, path }),
      severity: 'error',
    };
  });
}

/** One sentence for a schema issue: where, what, and for unknown keys which one. */
function sentence(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `\`${issue.path.map(String).join('.')}\`: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return `${where}unknown key ${issue.keys.map((key) => `\`${key}\``).join(', ')}. Remove it, or correct its spelling; courses/README.md lists the keys of this file.`;
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `${where}this key is missing. Add it; courses/README.md says what it holds.`;
  }
  return `${where}${issue.message.replace(/\.?$/, '.')}`;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
      if (range) return range[0];
    }
    const node = document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return 0;
}

/** An MDX file cut into front matter and body. */
export interface Page<T> extends Source<T> {
  /** The body without front matter. */
  readonly body: string;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** Reads an `.mdx` file: the front matter is checked against the schema, the body is left as it is. */
export function readPage<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): Page<z.infer<S>> {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) {
    const problem: Problem = {
      rule: 'front-matter-missing',
      file,
      line: 1,
      column: 1,
      message:
        'The page has no front matter. Start it with a line `---`, the keys, and another line `---`.',
      severity: 'error',
    };
    return {
      file,
      text,
      data: undefined,
      problems: [problem],
      place: () => ({ line: 1, column: 1 }),
      body: text,
      bodyLine: 1,
    };
  }
  const front = parseYaml(match[1] ?? '', file, schema, { firstLine: 2 });
  return {
    ...front,
    text,
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
