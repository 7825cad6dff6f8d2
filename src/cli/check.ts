/**
 * `npm run check`: every content rule at once. `--strict` lets warnings fail; `--today` judges
 * review dates on another day.
 */
import { checkCourses } from '../content/check.ts';
import { formatProblem } from '../content/problem.ts';
import { readOptions, stop } from './options.ts';

const { values } = readOptions({
  strict: { type: 'boolean', default: false },
  today: { type: 'string' },
});
const today = values.today ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
  stop(
    `\`--today ${today}\` is no day. Write it as year-month-day, for example \`--today 2027-01-31\`.`,
  );
}

const { problems, checked } = checkCourses(process.cwd(), { today });
for (const problem of problems) console.log(formatProblem(problem));
const errors = problems.filter(({ severity }) => severity === 'error').length;
const warnings = problems.length - errors;
if (errors === 0) {
  console.log('Checked in courses/:');
  for (const each of checked) console.log(`  - ${each}`);
}
console.log(`${errors} errors, ${warnings} warnings.`);
process.exitCode = errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
