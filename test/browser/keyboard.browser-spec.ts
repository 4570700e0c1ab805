import type { Browser, Page } from 'playwright-core';
import { longText, SESSION_VTT } from './dialogue';
import { type Product, startProduct } from './product';
import { expectInView, launchBrowser, newVisitor, PASSWORD, post, type Visitor } from './visitor';

describe('without a mouse', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let sessionId: string;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    visitor = await newVisitor(browser, product.url);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const focused = (page: Page) =>
    page.evaluate<string>(
      `(() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.innerText || e.name || e.tagName).trim(); })()`,
    );

  /** Presses Tab until what has the focus is called so. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await focused(page))) return;
    }
    throw new Error(`Tab never reached ${name}`);
  }

  it('creates an account', async () => {
    const { page } = visitor;
    await page.goto('/sign-up');
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Maren Holt');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(`keys-${process.pid}-${performance.now()}@example.test`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Maren/ }).waitFor();
  });

  it('skips to the page with the first Tab', async () => {
    const { page } = visitor;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /Maren/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await tabTo(page, /Drop a session transcript|Try it with a sample/);
  });

  it('goes anywhere with the command palette', async () => {
    const { page } = visitor;
    const client = await post<{ id: string }>(page, '/clients', { name: 'Ines Duarte', has_consented: true });
    const session = await post<{ id: string }>(page, `/clients/${client.id}/sessions`, {
      title: 'Dreading Mondays',
      date: '2026-03-12',
    });
    sessionId = session.id;
    await post(page, `/sessions/${sessionId}/transcript`, { text: SESSION_VTT });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('dreading');
    await page.getByRole('dialog').getByText('Dreading Mondays').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/sessions/${sessionId}`);
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
  });

  it('walks the signals with j and k and judges them with a letter', async () => {
    const { page } = visitor;
    const selected = page.locator('article[data-selected]');
    await page.keyboard.press('j');
    await selected.waitFor();
    const first = await selected.getAttribute('id');
    await page.locator('mark[data-lit]').first().waitFor();
    await page.keyboard.press('j');
    await page.locator(`article[data-selected]:not(#${first})`).waitFor();
    await page.keyboard.press('k');
    await page.locator(`article[data-selected]#${first}`).waitFor();
    await page.keyboard.press('a');
    await selected.getByRole('button', { name: 'You agree' }).waitFor();
    await page.keyboard.press('d');
    await selected.getByText('You dismissed this.').waitFor();
    await page.keyboard.press('d');
    await selected.getByText('You dismissed this.').waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await page.getByLabel('What it did').waitFor();
    await page.keyboard.type('j');
    expect(await selected.getAttribute('id')).toBe(first);
    await tabTo(page, /^Cancel$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('What it did').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await selected.waitFor({ state: 'detached' });
  });

  it('finds its way through a session of 800 utterances', async () => {
    const { page } = visitor;
    const client = await post<{ id: string }>(page, '/clients', { name: 'Tam Osei', has_consented: true });
    const session = await post<{ id: string }>(page, `/clients/${client.id}/sessions`, {
      title: 'A long one',
      date: '2026-03-13',
    });
    await post(page, `/sessions/${session.id}/transcript`, { text: longText(800) });
    await page.goto(`/sessions/${session.id}`);
    await page
      .getByRole('button', { name: 'Confirm and analyse' })
      .or(page.getByRole('button', { name: 'Agree' }).first())
      .waitFor();
    const confirm = page.getByRole('button', { name: 'Confirm and analyse' });
    if (await confirm.isVisible()) await confirm.click();
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
    expect(await page.getByText('(800)').count()).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('j');
      const lit = page.locator('mark[data-lit]').first();
      await lit.waitFor();
      await expectInView(lit);
      seen.add((await page.locator('article[data-selected]').getAttribute('id')) ?? '');
    }
    expect(seen.size).toBe(6);
  });

  it('leaves the letters alone once they are switched off', async () => {
    const { page } = visitor;
    await page.goto('/settings');
    await page.getByRole('switch', { name: /Single-letter keys/ }).focus();
    await page.keyboard.press('Space');
    await page.goto(`/sessions/${sessionId}`);
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(page.url()).not.toContain('signal=');
    expect(visitor.troubles).toEqual([]);
  });
});
