import { mergeStatements } from '../domain/sequence.ts';
import { isUuid, readStatement } from '../domain/statement-check.ts';
import type { Statement } from '../domain/statement.ts';
import { VERBS } from '../domain/verbs.ts';

const FORMAT = 'custodia-progress';
const VERSION = 1;
/** Largest file that is read at all, in bytes. Several thousand times the record of one module. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/**
 * Why a file was refused as a whole: `large` above `LARGEST_FILE`; `damaged` no JSON; `cut` begins as our file and
 * ends in the middle; `foreign` JSON of another product; `newer` made by a newer Custodia; `unreadable` the browser
 * could not read it, for example because the stick was pulled.
 */
export type FileRefusal = 'large' | 'damaged' | 'cut' | 'foreign' | 'newer' | 'unreadable';

/** What a progress file holds. */
export interface FileContent {
  /** The random name of the learner who saved it; empty when it holds nothing. */
  readonly owner: string;
  readonly statements: readonly Statement[];
  /** Entries that were damaged and are left out. */
  readonly refused: number;
}

/**
 * The text of a progress file: JSON with one statement a line. Every statement is valid xAPI.
 *
 * @param of.saved when it was saved, UTC, ISO 8601
 * @param of.notes whether the learner's own texts go into the file
 */
export function writeProgressFile(of: {
  actor: string;
  statements: readonly Statement[];
  saved: string;
  notes: boolean;
}): string {
  const kept = of.statements.filter((each) => of.notes || each.verb.id !== VERBS.kept.id);
  const head = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    saved: of.saved,
    actor: of.actor,
  });
  const lines = kept.map((each) => JSON.stringify(each)).join(',\n');
  return `${head.slice(0, -1)},"statements":[\n${lines}\n]}\n`;
}

/** Reads a file that the learner chose. Looks at its size before it reads a byte. */
export async function openProgressFile(file: Blob): Promise<FileContent | FileRefusal> {
  if (file.size > LARGEST_FILE) return 'large';
  try {
    return readProgressFile(await file.text());
  } catch {
    return 'unreadable';
  }
}

/** Reads the text of a progress file: whole, in part with the damaged entries counted, or not at all. */
export function readProgressFile(text: string): FileContent | FileRefusal {
  let data: unknown;
  try {
    // Some editors put a byte order mark before the text.
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text) ? 'cut' : 'damaged';
  }
  if (typeof data !== 'object' || data === null) return 'foreign';
  const { format, version, actor, statements } = data as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || !Number.isInteger(version) || (version as number) < 1) return 'foreign';
  if ((version as number) > VERSION) return 'newer';
  if (!Array.isArray(statements)) return 'damaged';
  const read = statements.map(readStatement);
  const sound = read.filter((each) => each !== undefined);
  return {
    owner: isUuid(actor) ? actor : (sound[sound.length - 1]?.actor.account.name ?? ''),
    statements: mergeStatements(sound, []),
    refused: read.length - sound.length,
  };
}
