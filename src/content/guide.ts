/**
 * One place of the discussion guide of 2011 and what Custodia does about it. The words are
 * `about.guide.<key>`, short and our own. Which module answers it stands in the modules: `answers`
 * of a course, or of modules.yaml while it is planned.
 */
export interface GuideEntry {
  /** Place of the guide: `13(d)(i)` is an item of a question, `32` a paragraph of the background. */
  readonly place: string;
  readonly key: string;
  /**
   * `taught`: modules teach it; `part`: they teach how to answer, the answer itself is policy or data; `explained`: no
   * module teaches it, a reference page explains it or will; `not`: a training platform cannot.
   */
  readonly answer: 'taught' | 'part' | 'explained' | 'not';
  /** Instruments and bodies whose pages explain it. */
  readonly references: readonly string[];
}

/**
 * Every question of paragraphs 6 to 13 with its items, and every paragraph of the background, in the order of the guide.
 * The guide prints the second item of 8(a) as “(c)”; it is 8(a)(ii) here.
 */
export const GUIDE: readonly GuideEntry[] = [
  { place: '6(a)', key: '6-a', answer: 'taught', references: [] },
  { place: '6(b)', key: '6-b', answer: 'part', references: [] },
  { place: '6(c)', key: '6-c', answer: 'taught', references: [] },
  { place: '6(d)', key: '6-d', answer: 'taught', references: [] },
  { place: '7(a)', key: '7-a', answer: 'part', references: [] },
  { place: '7(b)', key: '7-b', answer: 'taught', references: [] },
  { place: '7(c)', key: '7-c', answer: 'not', references: [] },
  { place: '7(d)', key: '7-d', answer: 'taught', references: [] },
  { place: '7(e)', key: '7-e', answer: 'part', references: [] },
  { place: '7(f)', key: '7-f', answer: 'part', references: [] },
  { place: '7(g)', key: '7-g', answer: 'not', references: [] },
  { place: '7(h)', key: '7-h', answer: 'part', references: [] },
  { place: '7(i)', key: '7-i', answer: 'part', references: [] },
  { place: '7(j)', key: '7-j', answer: 'taught', references: [] },
  { place: '8(a)', key: '8-a', answer: 'explained', references: [] },
  { place: '8(a)(i)', key: '8-a-i', answer: 'explained', references: [] },
  { place: '8(a)(ii)', key: '8-a-ii', answer: 'explained', references: [] },
  { place: '8(b)', key: '8-b', answer: 'not', references: [] },
  { place: '8(c)', key: '8-c', answer: 'taught', references: ['e-evidence-regulation'] },
  { place: '8(d)', key: '8-d', answer: 'explained', references: [] },
  { place: '8(e)', key: '8-e', answer: 'taught', references: [] },
  { place: '8(f)', key: '8-f', answer: 'taught', references: [] },
  { place: '8(g)', key: '8-g', answer: 'part', references: [] },
  { place: '9(a)', key: '9-a', answer: 'part', references: [] },
  { place: '9(b)', key: '9-b', answer: 'part', references: [] },
  { place: '9(c)', key: '9-c', answer: 'part', references: [] },
  { place: '9(d)', key: '9-d', answer: 'taught', references: [] },
  { place: '9(e)', key: '9-e', answer: 'part', references: [] },
  { place: '9(f)', key: '9-f', answer: 'part', references: [] },
  { place: '9(g)', key: '9-g', answer: 'taught', references: [] },
  { place: '10(a)', key: '10-a', answer: 'taught', references: [] },
  { place: '10(b)', key: '10-b', answer: 'taught', references: [] },
  {
    place: '10(c)',
    key: '10-c',
    answer: 'taught',
    references: ['g7-24-7-network', 'budapest-24-7-network'],
  },
  { place: '10(d)', key: '10-d', answer: 'taught', references: [] },
  { place: '10(e)', key: '10-e', answer: 'not', references: ['itu-cop'] },
  { place: '10(f)', key: '10-f', answer: 'part', references: [] },
  { place: '10(g)', key: '10-g', answer: 'part', references: [] },
  { place: '10(h)', key: '10-h', answer: 'part', references: [] },
  { place: '10(i)', key: '10-i', answer: 'not', references: [] },
  { place: '10(j)', key: '10-j', answer: 'not', references: [] },
  { place: '10(k)', key: '10-k', answer: 'not', references: [] },
  {
    place: '11(a)',
    key: '11-a',
    answer: 'taught',
    references: [
      'crc',
      'opsc',
      'untoc',
      'trafficking-protocol',
      'budapest-convention',
      'second-additional-protocol',
      'lanzarote-convention',
      'eu-directive-2011-93',
      'e-evidence-regulation',
      'un-cybercrime-convention',
    ],
  },
  { place: '11(b)', key: '11-b', answer: 'part', references: ['un-cybercrime-convention'] },
  { place: '11(c)', key: '11-c', answer: 'taught', references: [] },
  { place: '11(d)', key: '11-d', answer: 'part', references: ['untoc'] },
  { place: '11(e)', key: '11-e', answer: 'taught', references: [] },
  { place: '11(f)', key: '11-f', answer: 'taught', references: [] },
  { place: '12(a)', key: '12-a', answer: 'part', references: [] },
  { place: '12(b)', key: '12-b', answer: 'taught', references: [] },
  { place: '12(c)', key: '12-c', answer: 'not', references: [] },
  { place: '12(d)', key: '12-d', answer: 'part', references: [] },
  { place: '12(d)(i)', key: '12-d-i', answer: 'explained', references: [] },
  { place: '12(d)(ii)', key: '12-d-ii', answer: 'explained', references: [] },
  { place: '12(d)(iii)', key: '12-d-iii', answer: 'explained', references: [] },
  { place: '12(d)(iv)', key: '12-d-iv', answer: 'explained', references: [] },
  { place: '12(e)', key: '12-e', answer: 'taught', references: [] },
  { place: '12(f)', key: '12-f', answer: 'taught', references: [] },
  { place: '12(g)', key: '12-g', answer: 'part', references: [] },
  { place: '12(h)', key: '12-h', answer: 'taught', references: ['untoc'] },
  { place: '12(i)', key: '12-i', answer: 'taught', references: [] },
  {
    place: '12(j)',
    key: '12-j',
    answer: 'taught',
    references: [
      'g7-24-7-network',
      'budapest-24-7-network',
      'i-24-7',
      'central-authorities',
      'eurojust',
      'ejn',
      'gpen',
    ],
  },
  { place: '12(k)', key: '12-k', answer: 'taught', references: ['untoc'] },
  {
    place: '12(l)',
    key: '12-l',
    answer: 'taught',
    references: ['budapest-convention', 'second-additional-protocol'],
  },
  { place: '12(m)', key: '12-m', answer: 'part', references: [] },
  { place: '12(m)(i)', key: '12-m-i', answer: 'part', references: [] },
  { place: '12(m)(ii)', key: '12-m-ii', answer: 'part', references: [] },
  { place: '12(m)(iii)', key: '12-m-iii', answer: 'part', references: ['iwf', 'inhope'] },
  { place: '12(m)(iv)', key: '12-m-iv', answer: 'part', references: ['iwf', 'inhope'] },
  { place: '12(m)(v)', key: '12-m-v', answer: 'part', references: [] },
  { place: '12(m)(vi)', key: '12-m-vi', answer: 'explained', references: [] },
  { place: '12(m)(vii)', key: '12-m-vii', answer: 'part', references: [] },
  { place: '12(m)(viii)', key: '12-m-viii', answer: 'part', references: ['inhope'] },
  { place: '12(m)(ix)', key: '12-m-ix', answer: 'part', references: [] },
  { place: '12(m)(x)', key: '12-m-x', answer: 'taught', references: [] },
  { place: '12(n)', key: '12-n', answer: 'part', references: [] },
  { place: '12(n)(i)', key: '12-n-i', answer: 'part', references: [] },
  { place: '12(n)(ii)', key: '12-n-ii', answer: 'part', references: [] },
  { place: '12(n)(iii)', key: '12-n-iii', answer: 'taught', references: [] },
  { place: '13(a)', key: '13-a', answer: 'taught', references: [] },
  { place: '13(b)', key: '13-b', answer: 'taught', references: [] },
  { place: '13(c)', key: '13-c', answer: 'part', references: [] },
  { place: '13(d)', key: '13-d', answer: 'taught', references: [] },
  { place: '13(d)(i)', key: '13-d-i', answer: 'taught', references: [] },
  { place: '13(d)(ii)', key: '13-d-ii', answer: 'taught', references: [] },
  { place: '13(d)(iii)', key: '13-d-iii', answer: 'taught', references: [] },
  { place: '13(e)', key: '13-e', answer: 'not', references: ['unodc-tools'] },
  { place: '14', key: '14', answer: 'taught', references: [] },
  { place: '15', key: '15', answer: 'taught', references: [] },
  { place: '16', key: '16', answer: 'taught', references: [] },
  { place: '17', key: '17', answer: 'not', references: [] },
  { place: '18', key: '18', answer: 'taught', references: ['untoc', 'trafficking-protocol'] },
  { place: '19', key: '19', answer: 'part', references: [] },
  { place: '20', key: '20', answer: 'part', references: [] },
  { place: '21', key: '21', answer: 'part', references: [] },
  { place: '22', key: '22', answer: 'part', references: [] },
  { place: '23', key: '23', answer: 'taught', references: ['crc', 'opsc'] },
  { place: '24', key: '24', answer: 'taught', references: ['untoc'] },
  { place: '25', key: '25', answer: 'taught', references: ['trafficking-protocol'] },
  {
    place: '26',
    key: '26',
    answer: 'taught',
    references: ['eu-framework-decision-2004-68', 'eu-directive-2011-93'],
  },
  { place: '27', key: '27', answer: 'taught', references: ['budapest-convention'] },
  { place: '28', key: '28', answer: 'taught', references: ['lanzarote-convention'] },
  { place: '29', key: '29', answer: 'taught', references: [] },
  { place: '30', key: '30', answer: 'taught', references: [] },
  { place: '31', key: '31', answer: 'taught', references: [] },
  { place: '32', key: '32', answer: 'taught', references: [] },
  { place: '33', key: '33', answer: 'taught', references: ['crc', 'budapest-convention'] },
  { place: '34', key: '34', answer: 'taught', references: [] },
  { place: '35', key: '35', answer: 'taught', references: [] },
  { place: '36', key: '36', answer: 'taught', references: ['iwf', 'inhope'] },
  { place: '37', key: '37', answer: 'explained', references: ['itu-cop'] },
  { place: '38', key: '38', answer: 'taught', references: ['icse'] },
  { place: '39', key: '39', answer: 'taught', references: ['untoc', 'trafficking-protocol'] },
  { place: '40', key: '40', answer: 'taught', references: ['cets'] },
  {
    place: '41',
    key: '41',
    answer: 'taught',
    references: ['g7-24-7-network', 'budapest-24-7-network'],
  },
];

/** The entry of a place that a course names in `answers`; `undefined` for one that the guide does not have. */
export function guidePlace(place: string): GuideEntry | undefined {
  return GUIDE.find((each) => each.place === place);
}

/** As `guidePlace`. Throws for a place that the guide does not have; `npm run check` tells the author first. */
export function guideEntry(place: string): GuideEntry {
  const entry = guidePlace(place);
  if (!entry)
    throw new Error(`\`${place}\` is no place of the guide; src/content/guide.ts lists them.`);
  return entry;
}

/** The number of the paragraph that a place belongs to. */
export function paragraphOf({ place }: GuideEntry): number {
  return Number(/^\d+/.exec(place)?.[0]);
}

/** The last paragraph that asks questions; what follows is background. */
export const LAST_QUESTION = 13;

/** True for an entry that has items of its own, such as `12(m)`. */
export function hasItems({ place }: GuideEntry): boolean {
  return GUIDE.some((each) => each.place.startsWith(`${place}(`));
}
