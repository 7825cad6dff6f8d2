import { parse, type HTMLElement } from 'node-html-parser';

/** What a figure needs to stand on a page. */
export interface FigureOptions {
  /** Words for every `<text data-label="key">`. */
  readonly labels: Readonly<Record<string, string>>;
  /** True to turn positions round for a page that is read from right to left. */
  readonly mirror: boolean;
  /** The sentence that replaces the figure for somebody who cannot see it. */
  readonly alt: string;
  /** Path of the file, for error messages. */
  readonly file: string;
}

/**
 * The SVG of a figure with its labels filled in, ready to stand in the page. Mirroring moves positions
 * (`x` becomes `width - x`) instead of flipping the picture, so that letters, ticks and arrows up or down
 * stay as they are. Throws, with the file's name, for a label without words and for a shape that cannot
 * be mirrored.
 */
export function prepareFigure(source: string, options: FigureOptions): string {
  const root = parse(source, { comment: false }).querySelector('svg');
  const width = Number(root?.getAttribute('viewBox')?.split(/[\s,]+/)[2]);
  if (!root || !Number.isFinite(width)) {
    throw new Error(
      `${options.file} is not a figure. It needs one <svg> with a viewBox such as "0 0 306 120".`,
    );
  }
  for (const text of root.querySelectorAll('[data-label]')) {
    const key = text.getAttribute('data-label') ?? '';
    const words = options.labels[key];
    if (words === undefined)
      throw new Error(
        `${options.file} shows the label \`${key}\`, but the page has no words for it.`,
      );
    // Set as escaped markup: `textContent =` would write every letter outside ASCII as an entity.
    text.innerHTML = escapeText(words);
    text.removeAttribute('data-label');
  }
  if (options.mirror) {
    for (const shape of root.querySelectorAll('*')) mirrorShape(shape, width, options.file);
  }
  for (const name of ['xmlns', 'width', 'height', 'role']) root.removeAttribute(name);
  root.setAttribute('role', 'img');
  root.setAttribute('aria-label', options.alt);
  return root.toString();
}

/** Attributes that hold one position, by the name of the shape. */
const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  line: ['x1', 'x2'],
  circle: ['cx'],
  ellipse: ['cx'],
  text: ['x'],
  tspan: ['x'],
};

function mirrorShape(shape: HTMLElement, width: number, file: string): void {
  const name = shape.rawTagName;
  if (shape.hasAttribute('transform')) {
    throw new Error(
      `${file} uses \`transform\` on <${name}>; write the final positions instead, so that the figure can be mirrored.`,
    );
  }
  const turn = (value: string | undefined): string => String(round(width - Number(value ?? 0)));
  for (const attribute of POSITIONS[name] ?? []) {
    if (name === 'tspan' && !shape.hasAttribute(attribute)) continue;
    shape.setAttribute(attribute, turn(shape.getAttribute(attribute)));
  }
  if (name === 'rect') {
    const far = Number(shape.getAttribute('x') ?? 0) + Number(shape.getAttribute('width') ?? 0);
    shape.setAttribute('x', String(round(width - far)));
  }
  if (name === 'polyline' || name === 'polygon') {
    const numbers = (shape.getAttribute('points') ?? '').trim().split(/[\s,]+/);
    const points = numbers.map((value, index) => (index % 2 === 0 ? turn(value) : value));
    shape.setAttribute('points', points.join(' '));
  }
  if (name === 'path') {
    shape.setAttribute('d', mirrorPath(shape.getAttribute('d') ?? '', width, file));
  }
}

/** How many numbers one step of a command takes, and which of them are positions across the page. */
const STEPS: Readonly<
  Record<string, { readonly length: number; readonly across: readonly number[] }>
> = {
  M: { length: 2, across: [0] },
  L: { length: 2, across: [0] },
  T: { length: 2, across: [0] },
  H: { length: 1, across: [0] },
  V: { length: 1, across: [] },
  S: { length: 4, across: [0, 2] },
  Q: { length: 4, across: [0, 2] },
  C: { length: 6, across: [0, 2, 4] },
  Z: { length: 0, across: [] },
};

/**
 * Path data turned round: absolute positions become `width - x`, relative ones change sign. Arcs are
 * refused, because their flags may be written without a space and would be misread.
 */
export function mirrorPath(data: string, width: number, file = 'The figure'): string {
  return data.replace(/([a-zA-Z])([^a-zA-Z]*)/g, (_, command: string, rest: string) => {
    const step = STEPS[command.toUpperCase()];
    if (!step) {
      throw new Error(
        `${file} has a path with the command \`${command}\`, which cannot be mirrored. Use M, L, H, V, C, S, Q, T or Z.`,
      );
    }
    const relative = command === command.toLowerCase();
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const turned = numbers.map((value, index) => {
      if (!step.across.includes(index % step.length)) return value;
      return round(relative ? -value : width - value);
    });
    return command + turned.join(' ');
  });
}

function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
