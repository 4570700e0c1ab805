import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const READY_WITHIN = 60_000;

/** The built product, running as people run it: an API process that serves the web app, and a worker. */
export interface Product {
  /** Where it is opened in a browser. */
  url: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

/** Starts one of the product's processes and waits until it says that it serves. */
function startProcess(script: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, script)], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script} ${why}\n${output}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('was not ready in time');
    }, READY_WITHIN);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
    child.on('message', (message) => {
      if ((message as { type?: unknown }).type !== 'ready') return;
      clearTimeout(timer);
      resolve(child);
    });
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/**
 * Boots API and worker from `dist/` against the services the test command started.
 * @throws Error when `DATABASE_URL` or `REDIS_URL` is missing, or a process does not come up.
 */
export async function startProduct(): Promise<Product> {
  if (!process.env['DATABASE_URL'] || !process.env['REDIS_URL']) {
    throw new Error('DATABASE_URL and REDIS_URL are not set: run the suite with npm test');
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    APP_URL: url,
    // Suites register more coaches from one address than people do.
    ACCOUNT_REQUESTS_PER_HOUR: '100000',
  };
  const worker = await startProcess('dist/apps/worker/src/main.js', env);
  try {
    const api = await startProcess('dist/apps/api/src/main.js', env);
    return {
      url,
      stop: async () => {
        await Promise.all([stopProcess(api), stopProcess(worker)]);
      },
    };
  } catch (error) {
    await stopProcess(worker);
    throw error;
  }
}
