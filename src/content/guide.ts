/** One question of the discussion guide of 2011 and what Custodia does about it. The words are `about.guide.<key>`. */
export interface GuideEntry {
  /** Paragraph of the guide: `13(d)(i)`. */
  readonly place: string;
  readonly key: string;
  /** `taught`: the modules teach it; `part`: they teach how to answer, the answer itself is policy or data; `not`: a platform cannot. */
  readonly answer: 'taught' | 'part' | 'not';
  /** Codes of the modules, ready or planned. */
  readonly modules: readonly string[];
}

/** Every question of paragraphs 6 to 13, in the order of the guide, and the background that modules name. */
export const GUIDE: readonly GuideEntry[] = [
  { place: '6(a)', key: '6-a', answer: 'taught', modules: ['F0'] },
  { place: '6(b)', key: '6-b', answer: 'part', modules: ['F0', 'B5'] },
  { place: '6(c)', key: '6-c', answer: 'taught', modules: ['F0', 'A4'] },
  { place: '6(d)', key: '6-d', answer: 'taught', modules: ['F0'] },
  { place: '7(a)', key: '7-a', answer: 'part', modules: ['F0', 'C4'] },
  { place: '7(b)', key: '7-b', answer: 'taught', modules: ['F0', 'C3'] },
  { place: '7(c)', key: '7-c', answer: 'not', modules: [] },
  { place: '7(d)', key: '7-d', answer: 'taught', modules: ['F0'] },
  { place: '7(e)', key: '7-e', answer: 'part', modules: ['F0', 'C4'] },
  { place: '7(f)', key: '7-f', answer: 'part', modules: ['C4'] },
  { place: '7(g)', key: '7-g', answer: 'not', modules: [] },
  { place: '7(h)', key: '7-h', answer: 'part', modules: ['C3'] },
  { place: '7(i)', key: '7-i', answer: 'part', modules: ['C3'] },
  { place: '7(j)', key: '7-j', answer: 'taught', modules: ['C3'] },
  { place: '8(a)', key: '8-a', answer: 'part', modules: [] },
  { place: '8(b)', key: '8-b', answer: 'not', modules: [] },
  { place: '8(c)', key: '8-c', answer: 'taught', modules: ['C1', 'B2'] },
  { place: '8(d)', key: '8-d', answer: 'part', modules: [] },
  { place: '8(e)', key: '8-e', answer: 'taught', modules: ['A2', 'B3', 'C1'] },
  { place: '8(f)', key: '8-f', answer: 'taught', modules: ['C3', 'B4'] },
  { place: '8(g)', key: '8-g', answer: 'part', modules: ['B2', 'C1'] },
  { place: '9(a)', key: '9-a', answer: 'part', modules: ['F0', 'B1'] },
  { place: '9(b)', key: '9-b', answer: 'part', modules: ['F0', 'B1'] },
  { place: '9(c)', key: '9-c', answer: 'part', modules: ['B5'] },
  { place: '9(d)', key: '9-d', answer: 'taught', modules: ['B4'] },
  { place: '9(e)', key: '9-e', answer: 'part', modules: ['F0'] },
  { place: '9(f)', key: '9-f', answer: 'part', modules: ['B4'] },
  { place: '9(g)', key: '9-g', answer: 'taught', modules: ['C3', 'A5', 'B4'] },
  { place: '10(a)', key: '10-a', answer: 'taught', modules: ['B4'] },
  { place: '10(b)', key: '10-b', answer: 'taught', modules: ['B1', 'F0'] },
  { place: '10(c)', key: '10-c', answer: 'taught', modules: ['C2', 'C3'] },
  { place: '10(d)', key: '10-d', answer: 'taught', modules: ['A6', 'C4'] },
  { place: '10(e)', key: '10-e', answer: 'not', modules: [] },
  { place: '10(f)', key: '10-f', answer: 'part', modules: ['C4'] },
  { place: '10(g)', key: '10-g', answer: 'part', modules: ['C3'] },
  { place: '10(h)', key: '10-h', answer: 'part', modules: ['B2'] },
  { place: '10(i)', key: '10-i', answer: 'not', modules: [] },
  { place: '10(j)', key: '10-j', answer: 'not', modules: [] },
  { place: '10(k)', key: '10-k', answer: 'not', modules: [] },
  { place: '11(a)', key: '11-a', answer: 'taught', modules: ['B1'] },
  { place: '11(b)', key: '11-b', answer: 'part', modules: ['B1'] },
  { place: '11(c)', key: '11-c', answer: 'taught', modules: ['A1', 'A2', 'A3', 'A4', 'A5', 'B3'] },
  { place: '11(d)', key: '11-d', answer: 'part', modules: ['B5', 'C2'] },
  { place: '11(e)', key: '11-e', answer: 'taught', modules: ['A1', 'A2', 'B2', 'C4'] },
  { place: '11(f)', key: '11-f', answer: 'taught', modules: ['A3', 'A4', 'A5', 'A6'] },
  { place: '12(a)', key: '12-a', answer: 'part', modules: ['C4'] },
  { place: '12(b)', key: '12-b', answer: 'taught', modules: ['C1', 'C3'] },
  { place: '12(c)', key: '12-c', answer: 'not', modules: [] },
  { place: '12(d)', key: '12-d', answer: 'part', modules: ['C1'] },
  { place: '12(e)', key: '12-e', answer: 'taught', modules: ['C2'] },
  { place: '12(f)', key: '12-f', answer: 'taught', modules: ['C2', 'C3'] },
  { place: '12(g)', key: '12-g', answer: 'part', modules: ['C3'] },
  { place: '12(h)', key: '12-h', answer: 'taught', modules: ['B5', 'C2'] },
  { place: '12(i)', key: '12-i', answer: 'taught', modules: ['C3', 'C4'] },
  { place: '12(j)', key: '12-j', answer: 'taught', modules: ['C2'] },
  { place: '12(k)', key: '12-k', answer: 'taught', modules: ['B1', 'B5', 'C2'] },
  { place: '12(l)', key: '12-l', answer: 'taught', modules: ['C2'] },
  { place: '12(m)', key: '12-m', answer: 'part', modules: ['C3', 'C4'] },
  { place: '12(n)', key: '12-n', answer: 'part', modules: ['B1', 'C4'] },
  {
    place: '13(a)',
    key: '13-a',
    answer: 'taught',
    modules: [
      'F0',
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'C1',
      'C2',
      'C3',
      'C4',
    ],
  },
  { place: '13(b)', key: '13-b', answer: 'taught', modules: ['A1', 'A6', 'C4'] },
  { place: '13(c)', key: '13-c', answer: 'part', modules: ['C4'] },
  {
    place: '13(d)',
    key: '13-d',
    answer: 'taught',
    modules: [
      'F0',
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'C1',
      'C2',
      'C3',
      'C4',
    ],
  },
  {
    place: '13(d)(i)',
    key: '13-d-i',
    answer: 'taught',
    modules: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
  },
  {
    place: '13(d)(ii)',
    key: '13-d-ii',
    answer: 'taught',
    modules: ['A2', 'B1', 'B2', 'B3', 'B4', 'B5', 'C2'],
  },
  { place: '13(d)(iii)', key: '13-d-iii', answer: 'taught', modules: ['C4'] },
  { place: '13(e)', key: '13-e', answer: 'not', modules: [] },
  { place: '32', key: '32', answer: 'taught', modules: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] },
];

/** The entry of a paragraph that a course names in `answers`. Throws for one the list does not have. */
export function guideEntry(place: string): GuideEntry {
  const entry = GUIDE.find((each) => each.place === place);
  if (!entry)
    throw new Error(`course.yaml answers \`${place}\`, which src/content/guide.ts does not list.`);
  return entry;
}
