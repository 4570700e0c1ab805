import type { Browser, Page } from 'playwright-core';
import { SESSION_VTT } from './dialogue';
import { type Product, startProduct } from './product';
import {
  accessProblems,
  launchBrowser,
  newVisitor,
  PHONE,
  post,
  sidewaysScroll,
  signUp,
  type Visitor,
} from './visitor';

describe('every page for everyone', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let phone: Visitor;
  let pages: string[];

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    visitor = await newVisitor(browser, product.url);
    const { page } = visitor;
    await signUp(page);
    const client = await post<{ id: string }>(page, '/clients', {
      name: 'Ines Duarte',
      total_sessions: 6,
      has_consented: true,
    });
    const plan = (title: string, date: string) =>
      post<{ id: string }>(page, `/clients/${client.id}/sessions`, { title, date });
    const analysed = await plan('Dreading Mondays', '2026-03-12');
    const empty = await plan('No transcript yet', '2026-03-19');
    await post(page, `/sessions/${analysed.id}/transcript`, { text: SESSION_VTT });
    await page.goto(`/sessions/${analysed.id}`);
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
    phone = await newVisitor(browser, product.url, {
      viewport: PHONE,
      storageState: await visitor.context.storageState(),
    });
    pages = [
      '/',
      '/clients',
      '/clients/new',
      `/clients/${client.id}`,
      `/clients/${client.id}?tab=insights`,
      `/clients/${client.id}?tab=details`,
      `/clients/${client.id}/import`,
      '/sessions',
      '/sessions?when=upcoming',
      '/sessions/new',
      `/sessions/${analysed.id}`,
      `/sessions/${analysed.id}?tab=shift&kind=growth`,
      `/sessions/${analysed.id}?tab=insight`,
      `/sessions/${analysed.id}/insight/print`,
      `/sessions/${empty.id}`,
      '/growth',
      '/growth?view=table',
      '/settings',
      '/help',
      '/dev/mail',
      '/forgot-password',
      '/reset-password?token=none',
      '/verify-email?token=none',
      '/nothing/here',
    ];
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  it('has nothing axe objects to, in light and dark', async () => {
    const problems: string[] = [];
    for (const path of pages) {
      await open(visitor.page, path);
      problems.push(...(await accessProblems(visitor.page)));
    }
    expect(problems).toEqual([]);
  });

  it('has nothing axe objects to on the pages before signing in', async () => {
    const stranger = await newVisitor(browser, product.url);
    const problems: string[] = [];
    for (const path of ['/sign-in', '/sign-up']) {
      await open(stranger.page, path);
      problems.push(...(await accessProblems(stranger.page)));
    }
    await stranger.context.close();
    expect(problems).toEqual([]);
  });

  it('fits a phone without scrolling sideways, and is clean there too', async () => {
    const problems: string[] = [];
    for (const path of pages) {
      await open(phone.page, path);
      const wider = await sidewaysScroll(phone.page);
      if (wider > 0) problems.push(`${path} is ${wider} px too wide`);
      problems.push(...(await accessProblems(phone.page)));
    }
    expect(problems).toEqual([]);
  });

  it('turns from a signal to its words and back on a phone', async () => {
    const { page } = phone;
    await open(page, pages[11] ?? '');
    await page
      .getByRole('button', { name: /^Go to:/ })
      .first()
      .click();
    await page.locator('mark[data-lit]').first().waitFor();
    await page.getByRole('button', { name: 'Back to the signal' }).click();
    await page.locator('article[data-selected]').waitFor();
  });

  it('asks nothing of any other server and throws no error', () => {
    expect([...visitor.troubles, ...phone.troubles]).toEqual([]);
  });
});
