import type { Logs } from './match.ts';
import { utcText } from './time.ts';

/** The three logs as rows of text, the way the tables of a sheet show them. */
export interface LogTables {
  readonly platform: readonly string[][];
  readonly carrier: readonly string[][];
  readonly router: readonly string[][];
}

/**
 * Rows for tables: times as each log writes them, `none` where the platform has no port. The
 * router's last cell is a key.
 */
export function logTables({ platform, carrier, router }: Logs): LogTables {
  return {
    platform: platform.map(({ id, local, address, port }) => [
      id,
      local,
      address,
      port === undefined ? 'none' : String(port),
    ]),
    carrier: carrier.map(({ address, ports, from, to, customer }) => [
      address,
      `${ports[0]}-${ports[1]}`,
      utcText(from),
      utcText(to),
      customer,
    ]),
    router: router.map(({ shown, kind }) => [utcText(shown).slice(0, 19).replace('T', ' '), kind]),
  };
}
