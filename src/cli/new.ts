/**
 * `npm run new -- course <id> <code>`, `npm run new -- lesson <course> <id>` and `npm run new -- jurisdiction <xx>`:
 * drafts whose text explains itself.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { lawSlots } from '../content/jurisdiction.ts';
import { courseFiles, jurisdictionFiles, lessonFiles } from '../content/scaffold.ts';
import { SOURCE_LOCALE } from '../i18n/locales.ts';
import { readOptions, stop } from './options.ts';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const { positionals } = readOptions({}, true);
const [kind, first, second] = positionals;

function requireKey(value: string | undefined, what: string): string {
  if (value === undefined || !KEY.test(value)) {
    stop(
      `${what} is ${value === undefined ? 'missing' : `\`${value}\``}. Use lower-case letters, digits and single hyphens, for example \`a3-files-metadata-deleted\`.`,
    );
  }
  return value;
}

/** The questions that lessons ask; none when the content has problems, which `npm run check` tells. */
function lawQuestions(): { id: string; question: string }[] {
  try {
    return lawSlots(SOURCE_LOCALE).map(({ id, question }) => ({ id, question }));
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error));
  }
}

function write(files: Readonly<Record<string, string>>, folder: string): void {
  if (existsSync(folder)) stop(`${folder} exists already. Nothing was changed.`);
  for (const [path, text] of Object.entries(files)) {
    const file = `${folder}/${path}`;
    mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(file, text);
    console.log(`made ${file}`);
  }
}

switch (kind) {
  case 'course': {
    const id = requireKey(first, 'The id of the course');
    if (second === undefined || !/^[A-F][0-9]$/.test(second)) {
      stop(
        'Give the code of the module as on the map: `npm run new -- course a3-files-metadata-deleted A3`.',
      );
    }
    write(courseFiles(id, second), `courses/${id}`);
    break;
  }
  case 'lesson': {
    const course = requireKey(first, 'The course');
    const id = requireKey(second, 'The id of the lesson');
    if (!existsSync(`courses/${course}/course.yaml`)) {
      stop(
        `There is no course \`${course}\`. Make it first: \`npm run new -- course ${course} A3\`.`,
      );
    }
    write(lessonFiles(id), `courses/${course}/${id}`);
    console.log(`Now add \`${id}\` to \`lessons\` in courses/${course}/course.yaml.`);
    break;
  }
  case 'jurisdiction': {
    if (first === undefined || !/^[a-z]{2}$/.test(first)) {
      stop(
        'Give the two letters of the State in lower case: `npm run new -- jurisdiction ke`. A fictional State has a code such as `xb`.',
      );
    }
    write(jurisdictionFiles(first, lawQuestions()), `courses/jurisdictions/${first}`);
    console.log(
      `Fill what you have a source for, then: npm run check, npm run build -- --jurisdiction ${first}`,
    );
    break;
  }
  default:
    stop(
      `${kind === undefined ? 'Say what to make' : `\`${kind}\` cannot be made`}. This command knows: course, lesson, jurisdiction.`,
    );
}
