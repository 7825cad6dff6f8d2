import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Ends the program with one clear line and a non-zero exit. */
export function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

/**
 * Reads the options of a command. An unknown option or a missing value ends the program with one line
 * that names it and lists the known ones.
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  options: T,
  positionals = false,
) {
  try {
    return parseArgs({ options, allowPositionals: positionals, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const what = error instanceof Error ? error.message.split('. ')[0] : String(error);
    stop(
      `${what}. ${known.length > 0 ? `This command knows: ${known.join(', ')}.` : 'This command takes no options.'}`,
    );
  }
}

/** A port number from an option, or one clear line. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    stop(
      `\`--port ${text}\` is no port. Give a whole number from 1 to 65535, for example \`--port 4321\`.`,
    );
  }
  return port;
}
