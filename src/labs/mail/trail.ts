import { parseReceived, type Received } from './received.ts';

/** One step of a message's way, as its header tells it. */
export interface Hop extends Received {
  /** Place in the header, 1 at the top. */
  readonly line: number;
  /** True above the trust boundary: the line is a record. False below: a claim. */
  readonly trusted: boolean;
  /**
   * Seconds since the line below it; negative when it is earlier in UTC than the line below.
   * Missing at the end or without a time.
   */
  readonly since?: number;
  /** The line above says that it got the message from the server that wrote this one. Missing at the top. */
  readonly linked?: boolean;
}

/** A header read from the top. */
export interface Trail {
  readonly hops: readonly Hop[];
  /** Number of lines above the trust boundary. */
  readonly boundary: number;
  /** What the last trusted line saw, and when: the lead that rests on a record. */
  readonly lead?: { readonly address: string; readonly at: number };
}

/**
 * Reads Received lines from the top down. A line is trusted while its server is one of `trusted`, the line above says
 * that it got the message from exactly this server, and no line above it was left out. The first that fails ends it.
 */
export function readTrail(values: readonly string[], trusted: readonly string[]): Trail {
  const lines = values.map(parseReceived);
  const linked = lines.map((line, index) => {
    const above = lines[index - 1];
    if (index === 0 || !above) return undefined;
    return line.by !== undefined && (above.seenName ?? above.said) === line.by;
  });
  const failing = lines.findIndex(
    (line, index) => line.by === undefined || !trusted.includes(line.by) || linked[index] === false,
  );
  const boundary = failing < 0 ? lines.length : failing;
  const hops = lines.map((line, index): Hop => {
    const below = lines[index + 1];
    const since = line.at === undefined || below?.at === undefined ? undefined : line.at - below.at;
    const link = linked[index];
    return {
      ...line,
      line: index + 1,
      trusted: index < boundary,
      ...(since === undefined ? {} : { since }),
      ...(link === undefined ? {} : { linked: link }),
    };
  });
  const last = hops[boundary - 1];
  return {
    hops,
    boundary,
    ...(last?.seenAddress === undefined || last.at === undefined
      ? {}
      : { lead: { address: last.seenAddress, at: last.at } }),
  };
}

/** Lines that cannot have happened as written: later in UTC than the line above that should have come after them. */
export function contradictions(trail: Trail): Hop[] {
  return trail.hops.filter(({ at }, index) => {
    const above = trail.hops[index - 1]?.at;
    return at !== undefined && above !== undefined && at > above;
  });
}
