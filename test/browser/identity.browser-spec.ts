import type { Browser } from 'playwright-core';
import { type Product, startProduct } from './product';
import { launchBrowser, newVisitor, PASSWORD, signIn, signUp, type Visitor } from './visitor';

describe('signing in and out', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let email: string;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    visitor = await newVisitor(browser, product.url);
    ({ email } = await signUp(visitor.page));
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('leads back to where a link pointed', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/growth?view=table');
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await signIn(page, email);
    await page.waitForURL('**/growth?view=table');
    await page.getByRole('heading', { level: 1, name: 'Growth' }).waitFor();
  });

  it('never leads to another site', async () => {
    const { page } = visitor;
    await page.goto('/sign-in?next=//elsewhere.test/x');
    await page.getByRole('heading', { level: 1, name: /Maren/ }).waitFor();
    expect(new URL(page.url()).origin).toBe(product.url);
  });

  it('says so when the password is wrong, and keeps what was typed', async () => {
    const other = await newVisitor(browser, product.url);
    await other.page.goto('/sign-in');
    await signIn(other.page, email, 'not this one at all');
    await other.page.getByRole('alert').waitFor();
    expect(await other.page.getByLabel('E-mail').inputValue()).toBe(email);
    await other.context.close();
  });

  it('confirms the e-mail and sets a new password with the links of captured mails', async () => {
    const { page } = visitor;
    await page.goto('/dev/mail');
    await page
      .locator('article', { hasText: email })
      .locator('a[href^="/verify-email?token="]')
      .first()
      .click();
    await page.getByRole('heading', { name: 'Your e-mail is confirmed' }).waitFor();
    await page.goto('/settings');
    await page.getByText('Confirmed.').waitFor();

    const other = await newVisitor(browser, product.url);
    await other.page.goto('/forgot-password');
    await other.page.getByLabel('E-mail').fill(email);
    await other.page.getByRole('button', { name: 'Send the link' }).click();
    await other.page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
    await other.page.goto('/dev/mail');
    await other.page
      .locator('article', { hasText: email })
      .locator('a[href^="/reset-password?token="]')
      .first()
      .click();
    await other.page.getByRole('textbox', { name: 'New password' }).fill(`${PASSWORD} and owls`);
    await other.page.getByRole('button', { name: 'Set the password' }).click();
    await other.page.getByText('Your new password is set.').waitFor();
    await signIn(other.page, email, `${PASSWORD} and owls`);
    await other.page.getByRole('heading', { level: 1, name: /Maren/ }).waitFor();

    // The sign-in that was open before has ended: the next look at the server leads to the sign-in page.
    await page.goto('/clients');
    await page.waitForURL('**/sign-in?next=%2Fclients');
    await other.context.close();
  });

  it('shows where the account is signed in and ends a sign-in elsewhere', async () => {
    const { page } = visitor;
    const other = await newVisitor(browser, product.url);
    for (const at of [page, other.page]) {
      await at.goto('/sign-in');
      await signIn(at, email, `${PASSWORD} and owls`);
      await at.getByRole('heading', { level: 1, name: /Maren/ }).waitFor();
    }
    await page.goto('/settings');
    await page.getByText(/^This browser/).waitFor();
    const end = page.getByRole('button', { name: /^End/ });
    await end.first().waitFor();
    for (let left = await end.count(); left > 0; left -= 1) {
      await end.first().click();
      await end.nth(left - 1).waitFor({ state: 'detached' });
    }
    await other.page.goto('/settings');
    await other.page.waitForURL('**/sign-in?next=%2Fsettings');
    await other.context.close();
  });
});
