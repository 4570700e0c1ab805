import type { Browser } from 'playwright-core';
import { file, PICTURE, SESSION_VTT, UNNAMED_TEXT } from './dialogue';
import { type Product, startProduct } from './product';
import { launchBrowser, newVisitor, post, signUp, type Visitor } from './visitor';

describe('getting transcripts in', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let clientId: string;

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

  it('starts an empty account with a sample', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Try it with a sample' }).click();
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('Analysed').waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('asks who speaks when the names do not say it, and analyses only then', async () => {
    const { page } = visitor;
    const client = await post<{ id: string }>(page, '/clients', { name: 'Ines Duarte', has_consented: true });
    clientId = client.id;
    const session = await post<{ id: string }>(page, `/clients/${clientId}/sessions`, {
      title: 'Pasted words',
      date: '2026-03-12',
    });
    await page.goto(`/sessions/${session.id}`);
    await page.getByLabel('Transcript as text').fill(UNNAMED_TEXT);
    await page.reload();
    expect(await page.getByLabel('Transcript as text').inputValue()).toBe(UNNAMED_TEXT);
    await page.getByRole('button', { name: 'Use this text' }).click();
    await page.getByRole('heading', { name: 'Who is speaking?' }).waitFor();
    expect((await page.request.get(`/api/v1/sessions/${session.id}/content`)).status()).toBe(404);

    const roles = page.getByRole('combobox', { name: /^Speaker \d is$/ });
    const shown = async () => [await roles.nth(0).inputValue(), await roles.nth(1).inputValue()];
    if ((await shown())[0] !== 'You, the coach') {
      await page.getByRole('button', { name: 'Swap coach and client' }).click();
    }
    expect(await shown()).toEqual(['You, the coach', 'Ines Duarte']);
    await page.getByRole('button', { name: 'Confirm and analyse' }).click();
    await page.getByRole('button', { name: 'Agree' }).first().waitFor();
  });

  it('reviews several files, corrects one, discards one and keeps the rest over a reload', async () => {
    const { page } = visitor;
    await page.goto(`/clients/${clientId}`);
    await page.getByRole('link', { name: 'Add transcripts' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles([
        file('first.vtt', SESSION_VTT),
        file('second.txt', `${UNNAMED_TEXT}\nSpeaker 2: One more thing, before we go.`),
        PICTURE,
      ]);
    await page.getByRole('heading', { name: '1 file could not be read' }).waitFor();
    await page.getByText('whiteboard.png').waitFor();
    const titles = page.getByRole('textbox', { name: /^Title of/ });
    await titles.nth(1).waitFor();
    await page.reload();
    await titles.nth(1).waitFor();
    expect(await titles.count()).toBe(2);

    await page.getByRole('button', { name: 'Discard' }).nth(1).click();
    await page.getByText('Your own file is not touched.').waitFor();
    await page.getByRole('button', { name: 'Discard it' }).click();
    await titles.nth(1).waitFor({ state: 'detached' });

    await titles.first().fill('The first Monday');
    await page.getByRole('textbox', { name: /^Date of/ }).fill('2026-02-02');
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('Analysed').waitFor();
    await page.getByRole('link', { name: 'The first Monday' }).click();
    await page.getByRole('heading', { level: 1, name: 'The first Monday' }).waitFor();
    await page.getByTitle('Monday 2 February 2026').waitFor();
  });
});
