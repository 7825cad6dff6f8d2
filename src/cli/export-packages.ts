import { isTranslated } from './export-choice.ts';
import type { Job } from './export-job.ts';
import type { Edition } from '../editions/editions.ts';
import { packLms } from '../editions/lms/pack.ts';
import { coursePackageName, packageName } from '../editions/name.ts';
import { packSingle } from '../editions/packed/single.ts';
import { besideFile } from '../editions/verify.ts';
import { bytesOf } from '../editions/zip.ts';

/** One package with all chosen courses and languages. */
export async function exportCopy(
  edition: string,
  { pack }: Extract<Edition, { each: 'copy' }>,
  { site, choice, jurisdiction, lrs, about, say, output }: Job,
): Promise<void> {
  const { audience, codes, courses, langs, without } = choice;
  const name = `${packageName({ edition, audience, jurisdiction, codes, langs })}.zip`;
  const files = await pack({
    site,
    langs,
    without,
    reaches: lrs,
    name,
    about: { edition, ...about, courses: courses.map(({ id }) => id), languages: langs },
    progress: (words) => say(`${name}: ${words}`),
  });
  output.writeZip(name, files, about.date);
}

/** A package for each course and each language that it is translated into; an LMS has one record for each. */
export async function exportCourses(
  edition: string,
  { language }: Extract<Edition, { each: 'course' }>,
  { site, choice, jurisdiction, about, say, output }: Job,
): Promise<void> {
  const { all, audience, courses, langs, preset } = choice;
  for (const course of courses) {
    for (const lang of langs.filter((each) => isTranslated(course, each))) {
      const holding = { code: course.spine.code, edition, audience, jurisdiction, lang };
      const name = `${coursePackageName({ ...holding, lms: preset?.name })}.zip`;
      const files = await packLms(language, {
        site,
        course,
        lang,
        name,
        audience,
        without: all.filter((id) => id !== course.id),
        about: { edition, ...about, course: course.id, languages: [lang] },
        progress: (words) => say(`${name}: ${words}`),
        ...(preset && { preset: preset.preset }),
      });
      output.writeZip(name, files, about.date);
    }
  }
}

/** One document for each course and language, with its manifest and the page on how to verify it beside it. */
export async function exportSingles({
  site,
  choice,
  jurisdiction,
  lrs,
  about: given,
  say,
  output,
}: Job): Promise<void> {
  const { all, audience, courses, langs } = choice;
  for (const lang of langs) {
    for (const course of courses) {
      const holding = { edition: '', audience, jurisdiction, codes: [course.spine.code] };
      const name = `${packageName({ ...holding, langs: [lang] })}.html`;
      const about = { edition: 'usb, one file', ...given, course: course.id, languages: [lang] };
      const document = await packSingle(
        {
          site,
          langs: [lang],
          without: all.filter((id) => id !== course.id),
          reaches: lrs,
          name,
          about,
          progress: (words) => say(`${name}: ${words}`),
        },
        lang,
      );
      const bytes = bytesOf(document);
      output.write(name, bytes);
      output.writeAll(besideFile(name, bytes, [lang], about));
    }
  }
}
