import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './command.mjs';
import { Stopped } from './errors.mjs';
import { ROOT } from './settings.mjs';

const SUITE_WITHIN = 30 * 60_000;
/** Jest writes its results when the last test is done; something left open then keeps it from ending. */
const END_WITHIN = 20_000;
const SHOWN_LINES = 40;

/**
 * Runs one of Jest's projects.
 * @param {{ terminal: import('./terminal.mjs').Terminal, lifecycle: import('./lifecycle.mjs').Lifecycle, registry: import('./processes.mjs').ProcessRegistry, instance: import('./instance.mjs').Instance }} context
 * @param {{ project: string, env: NodeJS.ProcessEnv, patterns: string[], flags: string[] }} what
 * @returns {Promise<{ suite: string, passed: number, failed: number, skipped: number }>}
 */
export async function runJest(
  { terminal, lifecycle, registry, instance },
  { project, env, patterns, flags },
) {
  const output = join(instance.folder, `${project}-results.json`);
  rmSync(output, { force: true });
  return terminal.step(project, async (step) => {
    const files = { passed: 0, failed: 0 };
    const ending = watchForHang(output);
    let lines = [];
    let code = 1;
    try {
      const args = [
        'node_modules/jest/bin/jest.js',
        '--selectProjects',
        project,
        '--json',
        `--outputFile=${output}`,
      ];
      const result = await run(process.execPath, [...args, '--ci', '--no-colors', ...flags, ...patterns], {
        cwd: ROOT,
        env: { ...env, NODE_ENV: 'test', NO_COLOR: '1', FORCE_COLOR: '0' },
        lifecycle: ending.joined(lifecycle),
        registry,
        timeout: SUITE_WITHIN,
        onLine: (line, from) => {
          const mark = from === 'stderr' ? /^(PASS|FAIL) /.exec(line)?.[1] : undefined;
          if (!mark) return;
          files[mark === 'PASS' ? 'passed' : 'failed']++;
          step.note(`${files.passed + files.failed} files${files.failed ? `, ${files.failed} failed` : ''}`);
        },
      });
      ({ lines, code } = result);
      if (result.timedOut) lines.push(`The suite did not end within ${SUITE_WITHIN / 60_000} minutes.`);
    } catch (error) {
      if (!(error instanceof Stopped) || lifecycle.isStopping) throw error;
      lines = [
        `All tests were done, and Jest did not end within ${END_WITHIN / 1000} s: something was left open.`,
      ];
    } finally {
      ending.clear();
    }
    const summary = summarise(project, output, code, lines);
    step.failed = summary.failed > 0;
    const parts = [`${summary.passed} passed`, `${summary.failed} failed`];
    if (summary.skipped) parts.push(`${summary.skipped} skipped`);
    step.result = parts.join(', ');
    step.below = summary.failures.flatMap(({ title, text }) => [
      `      ${terminal.red('✗')} ${title}`,
      ...readable(text)
        .slice(0, SHOWN_LINES)
        .map((line) => terminal.dim(`        ${line}`)),
    ]);
    return summary;
  });
}

/** A failure's text without the stack frames of libraries, and without the repetition that Jest calls its cause. */
function readable(text) {
  const [first] = text.split(/\n\s*\[cause\]:/);
  return first
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node_modules|node:internal|<anonymous>\))/.test(line));
}

/** Ends Jest some time after it has written its results, should it not end by itself. */
function watchForHang(output) {
  const controller = new AbortController();
  let writtenAt;
  const timer = setInterval(() => {
    if (writtenAt === undefined && existsSync(output) && statSync(output).size > 0) writtenAt = Date.now();
    if (writtenAt !== undefined && Date.now() - writtenAt > END_WITHIN) controller.abort();
  }, 500);
  timer.unref();
  return {
    clear: () => clearInterval(timer),
    joined: (lifecycle) => ({
      signal: AbortSignal.any([lifecycle.signal, controller.signal]),
      get isStopping() {
        return lifecycle.isStopping || controller.signal.aborted;
      },
      throwIfStopping: () => lifecycle.throwIfStopping(),
    }),
  };
}

/**
 * Counts: every test; a file that does not run or fails outside its tests counts as one failed test; so does a run
 * that ends badly although no test failed, and a suite without any test.
 */
function summarise(suite, output, code, lines) {
  const failures = [];
  let report;
  try {
    report = JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    const text = lines.filter((line) => !line.startsWith('{')).slice(-SHOWN_LINES);
    return {
      suite,
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [{ title: 'the suite did not run', text: text.join('\n') }],
    };
  }
  let failed = 0;
  for (const file of report.testResults) {
    const path = file.name.replace(`${ROOT}/`, '');
    const bad = file.assertionResults.filter((test) => test.status === 'failed');
    failed += bad.length;
    for (const test of bad) {
      failures.push({ title: `${path}: ${test.fullName}`, text: test.failureMessages.join('\n') });
    }
    if (file.status === 'failed' && bad.length === 0) {
      failed++;
      failures.push({ title: `${path} did not run to its end`, text: file.message ?? '' });
    }
  }
  const passed = report.numPassedTests;
  if (passed + failed === 0) {
    failed = 1;
    failures.push({ title: 'no test was found', text: '' });
  } else if (code !== 0 && failed === 0) {
    failed = 1;
    const text = lines.filter((line) => !line.startsWith('{')).slice(-SHOWN_LINES);
    failures.push({ title: 'Jest ended badly although no test failed', text: text.join('\n') });
  }
  return { suite, passed, failed, skipped: report.numPendingTests + report.numTodoTests, failures };
}
