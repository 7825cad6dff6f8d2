/** `npm run new -- course <id> <code>` and `npm run new -- lesson <course> <id>`: drafts whose text explains itself. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { courseFiles, lessonFiles } from '../content/scaffold.ts';
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
  default:
    stop(
      `${kind === undefined ? 'Say what to make' : `\`${kind}\` cannot be made`}. This command knows: course, lesson.`,
    );
}
