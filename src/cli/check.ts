import { readLibrary, problemsOf } from '../content/library.ts';
import { formatProblem } from '../content/problem.ts';

const problems = problemsOf(readLibrary(process.cwd()));
for (const problem of problems) console.log(formatProblem(problem));
console.log(problems.length === 0 ? 'courses/ is sound.' : `${problems.length} problems.`);
process.exitCode = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
