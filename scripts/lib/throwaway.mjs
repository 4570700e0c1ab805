import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Instance } from './instance.mjs';
import { ProcessRegistry } from './processes.mjs';
import { isRoot, ROOT, ROOT_STATE } from './settings.mjs';
import { startGuard } from './watchdog.mjs';

/** Settings that tell this script itself what it may do; they pass. */
const KEPT = new Set(['CHROMIUM_PATH', 'JOURNEYLOOP_INSTALL', 'NODE_ENV']);

/** The environment without any of the product's settings: tests never see a developer's database or keys. */
export function cleanEnvironment() {
  const env = { ...process.env };
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  for (const [, name] of example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)) {
    if (!KEPT.has(name)) delete env[name];
  }
  return env;
}

/**
 * A context (see datastores.mjs) whose folder, servers and processes are gone when the lifecycle stops, or when this
 * process is killed.
 */
export function throwawayContext(terminal, lifecycle) {
  // Root's PostgreSQL runs as another user, who may not pass through root's own temporary folder.
  const parent = isRoot() ? ROOT_STATE : tmpdir();
  if (!existsSync(parent)) mkdirSync(parent, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(parent, 'journeyloop-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  lifecycle.onStop('temporary folder', remove);
  const instance = new Instance(folder);
  const registry = new ProcessRegistry(instance.run);
  const guard = startGuard({ folder: instance.run, remove: folder });
  lifecycle.onStop('guard', () => guard.dismiss());
  return { terminal, lifecycle, instance, registry, env: cleanEnvironment(), throwaway: true };
}
