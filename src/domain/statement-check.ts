import { HIGHEST_SEQUENCE } from './sequence.ts';
import { SEQUENCE, type Extensions, type Json, type Result, type Statement } from './statement.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
/** Longest text a learner can keep, in characters. */
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 400;
const DEEPEST = 6;

/** Whether the text is a UUID in lower case. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a statement from a source nobody vouches for. Gives a new object with the known fields only, or undefined
 * when a field is missing or has the wrong shape. Text stays text: whoever shows it must not read it as HTML.
 */
export function readStatement(value: unknown): Statement | undefined {
  const { id, actor, verb, object, result, context, timestamp } = fields(value) ?? {};
  const account = fields(fields(actor)?.['account']);
  const spoken = fields(verb);
  const display = fields(spoken?.['display']);
  const thing = fields(object);
  const type = fields(thing?.['definition'])?.['type'];
  const place = fields(context);
  const extensions = readExtensions(place?.['extensions']);
  const sequence = extensions?.[SEQUENCE];
  const read = readResult(result);
  if (
    !isUuid(id) ||
    !isName(account?.['homePage']) ||
    !isName(account['name']) ||
    !isName(spoken?.['id']) ||
    !display ||
    thing?.['objectType'] !== 'Activity' ||
    !isName(thing['id']) ||
    (type !== undefined && !isName(type)) ||
    (result !== undefined && !read) ||
    !isName(place?.['platform']) ||
    (place['language'] !== undefined && !isName(place['language'])) ||
    !extensions ||
    !isSequence(sequence) ||
    typeof timestamp !== 'string' ||
    !TIME.test(timestamp) ||
    Number.isNaN(Date.parse(timestamp))
  ) {
    return undefined;
  }
  return {
    id,
    actor: {
      objectType: 'Agent',
      account: { homePage: account['homePage'], name: account['name'] },
    },
    verb: { id: spoken['id'], display: onlyTexts(display) },
    object: {
      objectType: 'Activity',
      id: thing['id'],
      ...(type !== undefined && { definition: { type } }),
    },
    ...(read && { result: read }),
    context: {
      platform: place['platform'],
      ...(place['language'] !== undefined && { language: place['language'] }),
      extensions,
    },
    timestamp,
  };
}

function readResult(value: unknown): Result | undefined {
  const all = fields(value);
  if (!all) return undefined;
  const { score, success, completion, response } = all;
  const { raw, min, max, scaled } = fields(score) ?? {};
  const extensions = all['extensions'] === undefined ? {} : readExtensions(all['extensions']);
  const scored = isNumber(raw) && isNumber(min) && isNumber(max) && isNumber(scaled);
  if (
    (score !== undefined && !scored) ||
    (success !== undefined && typeof success !== 'boolean') ||
    (completion !== undefined && typeof completion !== 'boolean') ||
    (response !== undefined && !isText(response, LONGEST_TEXT)) ||
    !extensions
  ) {
    return undefined;
  }
  return {
    ...(scored && { score: { raw, min, max, scaled } }),
    ...(success !== undefined && { success }),
    ...(completion !== undefined && { completion }),
    ...(response !== undefined && { response }),
    ...(all['extensions'] !== undefined && { extensions }),
  };
}

function readExtensions(value: unknown): Extensions | undefined {
  const copy = copyJson(value, DEEPEST);
  return typeof copy === 'object' && copy !== null && !Array.isArray(copy)
    ? (copy as Extensions)
    : undefined;
}

/** A copy of plain JSON; undefined when it is too deep, holds anything else, or tries to reach an object's prototype. */
function copyJson(value: unknown, depth: number): Json | undefined {
  if (value === null || typeof value === 'boolean' || isNumber(value)) return value;
  if (typeof value === 'string') return isText(value, LONGEST_TEXT) ? value : undefined;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const copies = value.map((each) => copyJson(each, depth - 1));
    return copies.every((each) => each !== undefined) ? copies : undefined;
  }
  const entries = Object.entries(fields(value) ?? {}).map(
    ([key, each]) => [key, copyJson(each, depth - 1)] as const,
  );
  return fields(value) && entries.every(([, each]) => each !== undefined)
    ? (Object.fromEntries(entries) as Json)
    : undefined;
}

/** The own fields of an object without the three names that reach its prototype; undefined for anything else. */
function fields(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key]) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype',
    ),
  );
}

function onlyTexts(value: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => isName(entry[1])),
  );
}

function isSequence(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= HIGHEST_SEQUENCE;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isName(value: unknown): value is string {
  return isText(value, LONGEST_NAME) && value !== '';
}
