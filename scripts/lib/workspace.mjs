import { allOf } from './all-of.mjs';
import { join } from 'node:path';
import { buildIfStale, isBuilt, TARGETS } from './build.mjs';
import { dependenciesAreFresh, installDependencies } from './dependencies.mjs';
import { waitForLock } from './lock.mjs';
import { ROOT } from './settings.mjs';

/** Installing and building change the checkout, which a start and a test may want at the same time. */
async function alone(step, lifecycle, work) {
  const lock = await waitForLock(join(ROOT, 'dist/.built/lock'), {
    lifecycle,
    onWait: ({ pid }) => step.note(`waiting for process ${pid}, which is at it in this folder`),
  });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** The step "dependencies". Context: `{ lifecycle, registry }`. */
export async function ensureDependencies(terminal, context) {
  await terminal.step('dependencies', async (step) => {
    step.result = 'up to date';
    if (dependenciesAreFresh()) return;
    await alone(step, context.lifecycle, async () => {
      if (dependenciesAreFresh()) return;
      await installDependencies({ note: step.note, ...context });
      step.result = 'installed';
    });
  });
}

/** The steps that build what is stale, side by side. @param {('server' | 'web')[]} names */
export async function ensureBuilt(terminal, names, context) {
  await allOf(
    names.map((name) =>
      terminal.step(TARGETS[name].label, async (step) => {
        step.result = 'up to date';
        if (isBuilt(name)) return;
        step.note('building');
        const build = () => buildIfStale(name, context);
        // One lock for both targets would make them wait for each other: each has its own.
        const lock = await waitForLock(join(ROOT, `dist/.built/${name}.lock`), {
          lifecycle: context.lifecycle,
          onWait: ({ pid }) => step.note(`waiting for process ${pid}, which builds it`),
        });
        try {
          if (await build()) step.result = 'built';
        } finally {
          lock.release();
        }
      }),
    ),
  );
}
