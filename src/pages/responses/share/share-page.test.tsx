import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';
import './share-page.tsx';

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'How was your visit?',
  introduction: 'It takes a minute.',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

const address = `${window.location.origin}/visit`;

beforeEach(() => {
  vi.spyOn(window, 'print').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'share');
});

async function openSharePage(more: Partial<Form> = {}, { isOwner = true } = {}) {
  const fixture = createAppFixture('/responses/visit/share');
  const person = { ...mickey, ...(isOwner && { isOwner }) };
  fixture.cognito.enter(person);
  fixture.storages.local.write('formstead:person', JSON.stringify(person));
  if (!isOwner) fixture.answers(() => ({ status: 200, body: { items: [] } }));
  const user = userEvent.setup();
  const deps = fixture.open();
  render(
    <AppOfForms
      forms={[
        { ...visit, ...more },
        { ...visit, id: 'other' },
      ]}
      deps={deps}
    />,
  );
  await screen.findByRole('heading', { name: 'Share “How was your visit?”' });
  return user;
}

test('an owner copies the link, and goes back to the responses', async () => {
  const user = await openSharePage();
  expect(screen.getByRole('link', { name: address }).getAttribute('href')).toBe('/visit');
  await user.click(screen.getByRole('button', { name: /^Copy link/ }));
  expect(await navigator.clipboard.readText()).toBe(address);
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'Responses' }).getAttribute('href')).toBe(
    '/responses/visit',
  );
});

test.each<[Form['access'], RegExp]>([
  [undefined, /need an account/],
  ['signed-in', /need an account/],
  ['anyone', /without an account/],
])('a form with access %s says what people need', async (access, says) => {
  await openSharePage(access && { access });
  expect(screen.getByText(says)).toBeTruthy();
});

test('an owner sees how the link fills in answers, if the form has fields for it', async () => {
  const city = text({ label: 'City', prefill: true, example: 'New York' });
  await openSharePage({ fields: { ...visit.fields, city } });
  expect(screen.getByText(`${address}?city=New+York`)).toBeTruthy();
});

test('the device’s own sheet gets title and link; whoever closes it reads nothing, and a failure is shown', async () => {
  const share = vi
    .fn<(data: ShareData) => Promise<void>>()
    .mockRejectedValueOnce(new DOMException('Closed', 'AbortError'))
    .mockRejectedValueOnce(new DOMException('No', 'NotAllowedError'));
  Object.assign(navigator, { share });
  const user = await openSharePage();
  const button = screen.getByRole('button', { name: 'Share…' });
  await user.click(button);
  expect(share).toHaveBeenCalledWith({ title: 'How was your visit?', url: address });
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(button);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Copy the link instead/);
});

test('a browser without such a sheet offers none', async () => {
  await openSharePage();
  expect(screen.queryByRole('button', { name: 'Share…' })).toBeNull();
});

test('the QR code is named by what it opens, and the sheet has title, introduction and link', async () => {
  const user = await openSharePage();
  expect(screen.getAllByRole('img', { name: `QR code of ${address}` }).length).toBeGreaterThan(0);
  const sheet = document.querySelector<HTMLElement>('.share-sheet') ?? expect.fail();
  for (const it of ['How was your visit?', 'It takes a minute.', address])
    expect(within(sheet).getByText(it)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(window.print).toHaveBeenCalledOnce();
});

test('a browser that cannot draw a picture says so', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const user = await openSharePage();
  await user.click(screen.getByRole('button', { name: 'Download PNG' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/Download the SVG instead/);
});

test('sites that may show the form get their code, and others how to be allowed', async () => {
  const embed = { allowedOn: ['https://www.example.org'] };
  const user = await openSharePage({ access: 'anyone', embed });
  expect(screen.getByText('https://www.example.org')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy code' }));
  expect(await navigator.clipboard.readText()).toContain(
    `src="${window.location.origin}/embed/visit"`,
  );
  cleanup();
  await openSharePage({ access: 'anyone' });
  expect(screen.getByText(/add this line/)).toBeTruthy();
  cleanup();
  await openSharePage();
  expect(screen.getByText(/Only a form that needs no account/)).toBeTruthy();
});

test('an owner reads that people cannot fill it in yet, or no longer', async () => {
  await openSharePage({ limits: { opens: '2099-01-01T00:00:00Z' } });
  expect(screen.getByText(/^Opens on January 1, 2099/)).toBeTruthy();
  cleanup();
  await openSharePage({ limits: { closes: '2020-01-01T00:00:00Z' } });
  expect(screen.getByText(/^Closed on January 1, 2020/)).toBeTruthy();
});

test('the page is for owners', async () => {
  await openSharePage({}, { isOwner: false });
  expect(await screen.findByText(/Only owners/)).toBeTruthy();
  expect(screen.queryByRole('img', { name: /QR/ })).toBeNull();
});
