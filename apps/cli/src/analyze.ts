import 'reflect-metadata';
import { AnalysisError, analyseFile } from './report/analysis';
import { readArguments, USAGE, UsageError } from './report/arguments';
import { buildReport } from './report/build-report';
import { jsonReport } from './report/json-report';
import { renderMarkdown } from './report/render-markdown';
import { renderText } from './report/render-text';

/** Writes all of a text, also where the reader is a slow pipe, before the process may end. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.write(text, () => resolve());
  });
}

/**
 * `npm run analyze -- FILE [--coach NAME] [--client NAME] [--format text|json|markdown]`: one transcript read, coded and
 * analysed on this machine. The result alone goes to standard output, remarks to standard error. Exit code 1 for a
 * file that cannot be analysed, 2 for a wrong call.
 */
async function main(): Promise<number> {
  try {
    const args = readArguments(process.argv.slice(2));
    if (args === 'help') {
      await write(process.stdout, `${USAGE}\n`);
      return 0;
    }
    const analysis = await analyseFile(args);
    if (args.format === 'json') {
      await write(process.stdout, jsonReport(analysis));
      return 0;
    }
    if (analysis.roles.note) await write(process.stderr, `${analysis.roles.note}\n`);
    const blocks = buildReport(analysis);
    const text =
      args.format === 'markdown'
        ? renderMarkdown(blocks)
        : renderText(blocks, {
            width: process.stdout.columns ?? 80,
            colour:
              process.stdout.isTTY &&
              (process.env['NO_COLOR'] ?? '') === '' &&
              process.env['TERM'] !== 'dumb',
          });
    await write(process.stdout, text);
    return 0;
  } catch (error) {
    // A reader that has seen enough (`| head`) is no failure.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    if (error instanceof UsageError) {
      await write(process.stderr, `${error.message} ${USAGE}\n`);
      return 2;
    }
    const known = error instanceof AnalysisError;
    await write(
      process.stderr,
      known
        ? `${error.code}: ${error.message}\n`
        : 'analyze.failed: Something went wrong while analysing this file.\n',
    );
    return 1;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
