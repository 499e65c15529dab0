import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { toListedForm } from '#core/form/listed-form.ts';
import { App } from '../app/app.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../testing/app-fixture.tsx';
import { WithFilling } from '../form/with-filling.tsx';
import { createFormSource } from './create-form-source.ts';
import '../pages/home/home-page.tsx';
import '../app/secondary-pages.tsx';

afterEach(cleanup);

const formNamed = (id: string): Form =>
  defineForm({
    id,
    version: 1,
    title: `The ${id}`,
    action: 'Send',
    fields: { name: text({ label: 'Name' }) },
  });
const visit = formNamed('visit');
const order = formNamed('order');

/** The app as built: nothing of a form is there before it is needed. */
function openApp(path: string, fixture = createAppFixture(path)) {
  const loads: string[] = [];
  const missing = new Set<string>();
  const load = async <It,>(what: string, it: It) => {
    loads.push(what);
    await Promise.resolve();
    if (missing.has(what)) throw new TypeError('Failed to fetch dynamically imported module');
    return it;
  };
  const forms = createFormSource({
    onlyForm: '',
    inPage: async () => undefined,
    loadFillParts: async () => ({ WithFilling }),
    catalogue: () =>
      load('list', {
        listed: [visit, order].map(toListedForm),
        load: { visit: () => load('visit', visit), order: () => load('order', order) },
      }),
  });
  const start = () => render(<App forms={forms} deps={fixture.open()} />);
  return { loads, missing, start, person: userEvent.setup() };
}

test('the list of forms loads none of them, and a form only itself', async () => {
  const { loads, start, person } = openApp('/');
  start();
  const link = await screen.findByRole('link', { name: 'The order' });
  expect(loads).not.toContain('order');
  await person.click(link);
  await screen.findByLabelText('Name');
  expect(loads).toContain('order');
  expect(loads).not.toContain('visit');
});

test('a form that is not on the device can be tried again', async () => {
  const { missing, start, person } = openApp('/visit');
  missing.add('visit');
  start();
  await screen.findByRole('heading', { name: 'You need to be online to open this page' });
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { name: 'You need to be online to open this page' });
  missing.clear();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByLabelText('Name');
});

test('a list that is not on the device can be tried again', async () => {
  const { missing, start, person } = openApp('/');
  missing.add('list');
  start();
  await screen.findByRole('heading', { name: 'You need to be online to open this page' });
  missing.clear();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('link', { name: 'The visit' });
});

/** One entry, of the form “order”. */
const oneOrder = (sent: Sent): Reply => ({
  status: 200,
  body: {
    items: sent.url.includes('/order?')
      ? [{ ...stored(sent), form: 'order', answers: { name: 'Mickey' } }]
      : [],
  },
});

test('My entries loads the forms of its entries, and lists an entry even if its form is missing', async () => {
  const fixture = createAppFixture('/entries');
  fixture.signedIn();
  fixture.answers(oneOrder, oneOrder);
  const { loads, missing, start } = openApp('/entries', fixture);
  missing.add('order');
  start();
  const link = await screen.findByRole('link', { name: 'Mickey' });
  const names = screen.getAllByText('The order').map((it) => it.closest('.entry-form'));
  expect(names.some((it) => it !== null)).toBe(true);
  expect(link.getAttribute('href')).toContain('/entries/order/');
  expect(loads).not.toContain('visit');
});

test('an address of no form says so', async () => {
  openApp('/nothing').start();
  await screen.findByRole('heading', { name: 'Page not found' });
});
