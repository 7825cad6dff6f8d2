import type { HashBenchData, HashBenchWords } from '../../../content/schemas/labs/hash-bench.ts';
import type { LabPart } from '../context.ts';

/** What every part of the hash bench's page is given. */
export interface BenchPart extends LabPart {
  readonly data: HashBenchData;
  readonly words: HashBenchWords;
}
