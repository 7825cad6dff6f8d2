/** The files of labs that learners download, as they stand in the lab's folder. */
import type { APIRoute } from 'astro';
import { courses, dataOf } from '../../../../content/catalogue.ts';
import { courseBytes } from '../../../../content/course-files.ts';
import { labFiles } from '../../../../content/worksheet.ts';

interface Props {
  path: string;
}

export function getStaticPaths() {
  return courses().flatMap((course) =>
    course.files.labs.flatMap((pair) => {
      const { id, data } = dataOf(pair.spine);
      return labFiles(data).map((file) => ({
        params: { course: course.id, lab: id, file },
        props: { path: `${course.folder}/labs/${id}/${file}` } satisfies Props,
      }));
    }),
  );
}

export const GET: APIRoute<Props> = ({ props: { path } }) => new Response(courseBytes(path));
