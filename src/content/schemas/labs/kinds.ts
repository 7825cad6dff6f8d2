import type { z } from 'zod';
import { DeskData, DeskWords } from './desk.ts';
import { HashBenchData, HashBenchWords } from './hash-bench.ts';
import { WorksheetData, WorksheetWords } from './worksheet.ts';

/** The kinds of lab, by `kind` in `data:` of lab.yaml: how their data and their words look. */
export const LAB_KINDS: Readonly<
  Record<string, { readonly data: z.ZodType; readonly words: z.ZodType } | undefined>
> = {
  desk: { data: DeskData, words: DeskWords },
  'hash-bench': { data: HashBenchData, words: HashBenchWords },
  worksheet: { data: WorksheetData, words: WorksheetWords },
};
export const LAB_KIND_NAMES: readonly string[] = Object.keys(LAB_KINDS);
