import type { Browser } from 'playwright-core';
import { file, PICTURE, SESSION_VTT } from './dialogue';
import { type Product, startProduct } from './product';
import { expectInView, launchBrowser, newVisitor, signUp, type Visitor } from './visitor';

describe('from signing up to reading the insight', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let sessionUrl: string;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    visitor = await newVisitor(browser, product.url);
    await signUp(visitor.page);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  afterEach(() => {
    expect(visitor.troubles).toEqual([]);
  });

  it('adds a client and a session, and takes no transcript before consent is recorded', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Clients', exact: true }).click();
    await page.getByRole('link', { name: 'Add a client' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ines Duarte');
    await page.getByLabel('Sessions in the package').fill('6');
    await page.getByRole('button', { name: 'Add the client' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ines Duarte' }).waitFor();
    await page.getByText('Not recorded').waitFor();

    await page.getByRole('link', { name: 'New session' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Dreading Mondays');
    await page.getByLabel('Day', { exact: true }).fill('2026-03-12');
    await page.getByLabel('Time (optional)').fill('09:30');
    await page.getByRole('button', { name: 'Add the session' }).click();
    await page.getByRole('heading', { name: 'First, Ines Duarte’s consent' }).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);

    await page.getByRole('button', { name: 'Record consent' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('Drop the transcript of this session here').waitFor();
    sessionUrl = page.url();
    expect(await page.locator('header time').first().getAttribute('title')).toBe(
      'Thursday 12 March 2026 at 09:30 (Europe/Berlin)',
    );
  });

  it('says what is wrong with a file that is no transcript, and goes on', async () => {
    const { page } = visitor;
    await page.locator('input[type=file]').setInputFiles(PICTURE);
    expect(await page.getByRole('alert').innerText()).toContain('picture');
    await page.getByText('Drop the transcript of this session here').waitFor();
  });

  it('shows the parts of the analysis live while the transcript can be read', async () => {
    const { page } = visitor;
    const events = page.waitForRequest((request) => request.url().endsWith('/content/events'));
    await page.locator('input[type=file]').setInputFiles(file('mondays.vtt', SESSION_VTT));
    await events;
    await page.getByText('I have been dreading Mondays').first().waitFor();
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
    await page.getByText('The session is being analysed.').waitFor({ state: 'detached' });
  });

  it('jumps from a quote to its words and lights them', async () => {
    const { page } = visitor;
    const quote = page.getByRole('button', { name: /^Go to:/ }).last();
    const words = (await quote.innerText()).replace(/^[^“]*“|”$/g, '');
    await quote.click();
    const lit = page.locator('mark[data-lit]').first();
    await lit.waitFor();
    expect(words).toContain(await lit.innerText());
    await expectInView(lit);
  });

  it('keeps the selected signal in the address over a reload', async () => {
    const { page } = visitor;
    expect(page.url()).toContain('signal=');
    await page.reload();
    await page.locator('mark[data-lit]').first().waitFor();
    expect(await page.locator('article[data-selected]').count()).toBe(1);
  });

  it('dismisses a signal and takes it back', async () => {
    const { page } = visitor;
    const marks = page.getByRole('button', { name: /^(Excellence|Growth): / });
    const before = await marks.count();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await page.getByText('You dismissed this.').waitFor();
    expect(await marks.count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('You dismissed this.').waitFor({ state: 'detached' });
    expect(await marks.count()).toBe(before);
  });

  it('keeps the coach’s own words and can go back to the first ones', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Edit' }).first().click();
    await page.getByLabel('What it did').fill('This is where Ines stopped explaining.');
    await page.getByRole('button', { name: 'Keep my words' }).click();
    await page.getByText('In your words.').waitFor();
    await page.reload();
    await page.getByText('This is where Ines stopped explaining.').waitFor();
    await page.getByRole('button', { name: 'As it was' }).click();
    await page.getByText('This is where Ines stopped explaining.').waitFor({ state: 'detached' });
  });

  it('filters by kind and opens the evidence behind a count', async () => {
    const { page } = visitor;
    const cards = page.locator('article');
    const all = await cards.count();
    await page.locator('label', { hasText: /^Growth$/ }).click();
    await cards.nth(all - 1).waitFor({ state: 'detached' });
    expect(page.url()).toContain('kind=growth');
    expect(await cards.count()).toBe(await page.locator('article[data-kind=growth]').count());
    expect(await cards.count()).toBeGreaterThan(0);
    await page.locator('label', { hasText: /^All$/ }).click();
    await page
      .getByRole('button', { name: /, excellence: \d+\. Show these signals$/ })
      .first()
      .click();
    await page.waitForURL(/kind=excellence.*principle=|principle=.*kind=excellence/);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('columnheader', { name: 'Balance' }).waitFor();
  });

  it('reads the insight and finds its evidence in the transcript', async () => {
    const { page } = visitor;
    await page.getByRole('tab', { name: 'Insight' }).click();
    await page.getByText(/^Quality of the session/).waitFor();
    await page.locator('summary', { hasText: 'in the transcript' }).first().click();
    const evidence = page.locator('details[open] button').first();
    const words = (await evidence.innerText()).replace(/^“|”$/g, '');
    await evidence.click();
    const lit = page.locator('mark[data-lit]').first();
    await lit.waitFor();
    expect(words).toContain(await lit.innerText());
  });

  it('lays the insight out for paper', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Print view' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dreading Mondays' }).waitFor();
    await page.getByText('Ines Duarte, Thursday 12 March 2026').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await page.getByRole('tab', { name: 'Insight' }).waitFor();
  });

  it('shows the session on Today, on the client’s page and in Growth', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('link', { name: 'Dreading Mondays' }).waitFor();
    await page.getByRole('link', { name: 'Clients', exact: true }).click();
    await page.getByRole('link', { name: 'Ines Duarte' }).click();
    await page.getByText('1 of 6 sessions').waitFor();
    await page.getByRole('tab', { name: 'Insights' }).click();
    await page.getByRole('link', { name: 'Dreading Mondays' }).waitFor();
    await page.getByRole('link', { name: 'Growth', exact: true }).click();
    await page.getByRole('heading', { name: 'Hand Back Ownership' }).waitFor();
    expect(await page.getByRole('link', { name: /^Dreading Mondays with Ines Duarte/ }).count()).toBe(5);
  });

  it('says what goes with a session before deleting it', async () => {
    const { page } = visitor;
    await page.goto(sessionUrl);
    // The page lays itself out anew when the transcript arrives, which closes an open menu.
    await page.getByText('I have been dreading Mondays').first().waitFor();
    await page.getByRole('button', { name: 'What can be done with this session' }).click();
    await page.getByRole('menuitem', { name: 'Delete the session' }).click();
    await page.getByText('Its transcript, signals and insight will be gone with it.').waitFor();
    await page.getByRole('button', { name: 'Delete the session' }).click();
    await page.getByRole('heading', { name: 'No sessions yet' }).waitFor();
    await page.goto(sessionUrl);
    await page.getByRole('heading', { name: 'This session is not here' }).waitFor();
  });
});
