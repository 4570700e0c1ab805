export type ReportFormat = 'text' | 'json' | 'markdown';

export interface AnalyzeArguments {
  file: string;
  coach: string | null;
  client: string | null;
  format: ReportFormat;
}

/** The command was called wrongly; `message` is one line. */
export class UsageError extends Error {}

export const USAGE =
  'Usage: npm run analyze -- FILE [--coach NAME] [--client NAME] [--format text|json|markdown]';

const FORMATS: readonly string[] = ['text', 'json', 'markdown'] satisfies ReportFormat[];

/**
 * Reads the arguments after the program's name; `--name value` and `--name=value` both work, `--` ends the options.
 *
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): AnalyzeArguments | 'help' {
  const options = new Map<string, string>();
  const files: string[] = [];
  let literal = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (literal || !arg.startsWith('-') || arg === '-') {
      files.push(arg);
    } else if (arg === '--') {
      literal = true;
    } else if (arg === '--help' || arg === '-h') {
      return 'help';
    } else {
      const [name, inline] = splitOption(arg);
      if (!['coach', 'client', 'format'].includes(name)) throw new UsageError(`Unknown option ${arg}.`);
      const value = inline ?? args[++i];
      if (value === undefined || value.trim() === '') throw new UsageError(`--${name} needs a value.`);
      options.set(name, value.trim());
    }
  }
  const [file, ...more] = files;
  if (file === undefined) throw new UsageError('Which file should be analysed?');
  if (more.length > 0) throw new UsageError('One file at a time, please.');
  const format = options.get('format') ?? 'text';
  if (!FORMATS.includes(format)) throw new UsageError(`There is no format "${format}".`);
  return {
    file,
    coach: options.get('coach') ?? null,
    client: options.get('client') ?? null,
    format: format as ReportFormat,
  };
}

function splitOption(arg: string): [string, string | undefined] {
  const name = arg.replace(/^--?/, '');
  const at = name.indexOf('=');
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}
