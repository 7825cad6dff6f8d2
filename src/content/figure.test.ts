import { expect, test } from 'vitest';
import { mirrorPath, prepareFigure } from './figure.ts';

const options = { labels: { seizure: 'الضبط' }, mirror: false, alt: 'A line.', file: 'a.svg' };

test('labels are filled in as text, never as markup', () => {
  const svg = prepareFigure('<svg viewBox="0 0 306 70"><text x="30" data-label="seizure"/></svg>', {
    ...options,
    labels: { seizure: 'a <b> & c' },
  });
  expect(svg).toContain('<text x="30">a &lt;b&gt; &amp; c</text>');
});

test('the figure is one image with a sentence for those who cannot see it', () => {
  const svg = prepareFigure('<svg xmlns="x" width="9" viewBox="0 0 306 70"></svg>', {
    ...options,
    alt: 'Say "why".',
  });
  expect(svg).toContain('role="img"');
  expect(svg).toContain('aria-label="Say &quot;why&quot;."');
  expect(svg).not.toContain('xmlns');
  expect(svg).not.toContain('width=');
});

test('on a right-to-left page every shape stands at width minus its position', () => {
  const svg = prepareFigure(
    `<svg viewBox="0 0 306 70"><line x1="30" x2="130" y1="4" y2="4"/><circle cx="30" cy="4" r="7"/>
     <rect x="10" y="5" width="40" height="20"/><text x="36" data-label="seizure"/>
     <polyline points="0,1 10,2 20,3"/><path d="M10 20H50"/></svg>`,
    { ...options, mirror: true },
  );
  expect(svg).toContain('x1="276" x2="176"');
  expect(svg).toContain('cx="276"');
  expect(svg).toContain('x="256" y="5" width="40"');
  expect(svg).toContain('<text x="270">الضبط</text>');
  expect(svg).toContain('points="306 1 296 2 286 3"');
  expect(svg).toContain('d="M296 20H256"');
});

test('an unmirrored figure keeps its positions', () => {
  expect(prepareFigure('<svg viewBox="0 0 306 70"><circle cx="30"/></svg>', options)).toContain(
    'cx="30"',
  );
});

test('path data: absolute positions are turned, relative ones change sign, heights stay', () => {
  expect(mirrorPath('M10 20L30,40V5h-6l.5-2z', 306)).toBe('M296 20L276 40V5h6l-0.5 -2z');
  expect(mirrorPath('M0 0C10 1 20 2 30 3', 306)).toBe('M306 0C296 1 286 2 276 3');
});

test('what cannot be mirrored stops the build and names the file', () => {
  expect(() => mirrorPath('M0 0A5 5 0 0 1 9 9', 306, 'media/x.svg')).toThrow('media/x.svg');
  expect(() =>
    prepareFigure('<svg viewBox="0 0 306 70"><g transform="scale(2)"/></svg>', {
      ...options,
      mirror: true,
    }),
  ).toThrow('transform');
});

test('a label without words and a file without a viewBox name the file', () => {
  expect(() =>
    prepareFigure('<svg viewBox="0 0 1 1"><text data-label="x"/></svg>', options),
  ).toThrow('a.svg shows the label `x`');
  expect(() => prepareFigure('<p>no</p>', options)).toThrow('a.svg is not a figure');
});
