import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A headless Chromium with a profile of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** Somebody at a browser, and everything that went wrong on their pages. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Errors thrown by pages, and requests that left the site. */
  troubles: string[];
}

export async function newVisitor(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    viewport: DESKTOP,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error on ${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL)) {
      troubles.push(`request to ${request.url()}`);
    }
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Warning:/.test(message.text())) troubles.push(message.text());
  });
  return { context, page, troubles };
}

export const PASSWORD = 'seven quiet herons';

/** Registers a coach through the page; the visitor is signed in after it. */
export async function signUp(page: Page, name = 'Maren Holt'): Promise<{ email: string }> {
  const email = `${randomUUID()}@example.test`;
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: new RegExp(name.split(' ')[0] ?? name) }).waitFor();
  return { email };
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Calls the API as the signed-in visitor, for what a test needs and does not look at. */
export async function post<T>(page: Page, path: string, body: object): Promise<T> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.post(`/api/v1${path}`, { data: body, headers: { origin } });
  if (!response.ok()) throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
}

/** What axe finds against WCAG 2.2 AA (and its own best practice) on the page as it stands, light and dark. */
export async function accessProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  await page.evaluate(axeSource);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours change with a short transition.
    await page.waitForTimeout(250);
    const found = await page.evaluate<string[]>(`(async () => {
      const { violations } = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.map((rule) => rule.id + ': ' + rule.nodes.map((node) => node.target.join(' ')).join(', '));
    })()`);
    problems.push(...found.map((problem) => `${new URL(page.url()).pathname} (${colorScheme}) ${problem}`));
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return problems;
}

/** Pixels by which the page is wider than its window: a phone must never scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Waits until the words can be seen; fails after some seconds. */
export async function expectInView(words: Locator): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const box = await words.boundingBox();
    if (box && box.y > 0 && box.y + box.height < DESKTOP.height) return;
    await words.page().waitForTimeout(100);
  }
  throw new Error(`the words stayed out of view: ${JSON.stringify(await words.boundingBox())}`);
}
