import { activityId } from '../../domain/statement.ts';
import { escapeHtml } from '../packed/shell.ts';

/** What a manifest says of its package. */
export interface Described {
  readonly course: string;
  readonly lang: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  /** Names of the files of the package. */
  readonly files: readonly string[];
  /** Right answers that form B needs, of how many; `of` is 0 for a course without forms. */
  readonly pass: { readonly right: number; readonly of: number };
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

function identifier(about: Described): string {
  return `custodia-${about.course}-${about.lang}`;
}

function fileList(files: readonly string[]): string[] {
  return files.map((name) => `      <file href="${escapeHtml(encodeURI(name))}"/>`);
}

/** What the editions of SCORM write differently around the same one SCO. */
interface Scorm {
  readonly schemaVersion: string;
  /** Namespaces and where their schemas stand, a line each. */
  readonly namespaces: readonly string[];
  /** The attribute that makes a resource a SCO. */
  readonly sco: string;
  /** What stands in the item below its title. */
  readonly sequencing: readonly string[];
}

const SCORM_12: Scorm = {
  schemaVersion: '1.2',
  namespaces: [
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
    'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"',
  ],
  sco: 'adlcp:scormtype="sco"',
  sequencing: [],
};

const SCORM_2004: Scorm = {
  schemaVersion: '2004 4th Edition',
  namespaces: [
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
    'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
    'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd"',
  ],
  sco: 'adlcp:scormType="sco"',
  sequencing: [
    '<imsss:sequencing>',
    '  <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>',
    '</imsss:sequencing>',
  ],
};

/** `imsmanifest.xml` of SCORM 1.2: one SCO. Without a mastery score: an LMS would pass people who missed a red line. */
export function manifest12(about: Described): string {
  return scormManifest(about, SCORM_12);
}

/** `imsmanifest.xml` of SCORM 2004, 4th edition: one SCO that says itself when it is completed and passed. */
export function manifest2004(about: Described): string {
  return scormManifest(about, SCORM_2004);
}

function scormManifest(about: Described, scorm: Scorm): string {
  const id = identifier(about);
  return [
    DECLARATION,
    `<manifest identifier="${id}" version="${about.version}"`,
    `  ${scorm.namespaces.join('\n  ')}>`,
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    `    <schemaversion>${scorm.schemaVersion}</schemaversion>`,
    '  </metadata>',
    `  <organizations default="${id}-org">`,
    `    <organization identifier="${id}-org">`,
    `      <title>${escapeHtml(about.title)}</title>`,
    `      <item identifier="${id}-item" identifierref="${id}-sco" isvisible="true">`,
    `        <title>${escapeHtml(about.title)}</title>`,
    ...scorm.sequencing.map((line) => `        ${line}`),
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    `    <resource identifier="${id}-sco" type="webcontent" ${scorm.sco} href="index.html">`,
    ...fileList(about.files),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  ].join('\n');
}

/** `cmi5.xml`: one assignable unit. */
export function courseStructure(about: Described): string {
  const id = activityId(about.course, 'course', about.course);
  const text = (words: string): string =>
    `<langstring lang="${about.lang}">${escapeHtml(words)}</langstring>`;
  const { right, of } = about.pass;
  const mastery =
    of > 0 ? ` masteryScore="${String(Math.floor((right / of) * 10_000) / 10_000)}"` : '';
  return [
    DECLARATION,
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">',
    `  <course id="${id}">`,
    `    <title>${text(about.title)}</title>`,
    `    <description>${text(about.description)}</description>`,
    '  </course>',
    `  <au id="${id}/${about.lang}" moveOn="${of > 0 ? 'CompletedAndPassed' : 'Completed'}"${mastery} launchMethod="AnyWindow">`,
    `    <title>${text(about.title)}</title>`,
    `    <description>${text(about.description)}</description>`,
    '    <url>index.html</url>',
    '  </au>',
    '</courseStructure>',
    '',
  ].join('\n');
}
