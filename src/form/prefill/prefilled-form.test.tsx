import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test has to wait for it.
import './link-reader.tsx';

afterEach(cleanup);

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  access: 'anyone',
  fields: {
    city: text({ label: 'City', prefill: true }),
    table: number({ label: 'Table', whole: true, prefill: true, optional: true }),
    comment: text({ label: 'Comment', optional: true }),
  },
});
const other = defineForm({ ...visit, id: 'other', title: 'Another form' });

const openAt = (path: string, fixture = createAppFixture(path)) => {
  const deps = fixture.open();
  const page = render(<AppOfForms forms={[visit, other]} deps={deps} />);
  return { fixture, deps, page, person: userEvent.setup() };
};

const valueOf = (label: string) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`)).value;
const untilFilled = () => screen.findByText(/^Filled in from the link/);

test('a link fills in a form, leaves the address, and says so', async () => {
  openAt('/visit?city=Oslo&table=7&utm_source=mail#top');
  const note = await untilFilled();
  expect(note.textContent).toMatch(/: City, Table$/);
  expect([valueOf('City'), valueOf('Table')]).toEqual(['Oslo', '7']);
  expect(window.location.search + window.location.hash).toBe('?utm_source=mail#top');
});

test('what the link fills in is sent like any other answer, and the next entry has it again', async () => {
  const { fixture, person } = openAt('/visit?city=Oslo');
  fixture.answers((sent) => ({ status: 201, body: stored(sent) }));
  await untilFilled();
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent[0]?.body).toMatchObject({ city: 'Oslo' });
  await person.click(screen.getByRole('button', { name: 'Fill in another' }));
  await waitFor(() => expect(valueOf('City')).toBe('Oslo'));
});

test('a draft stays as it is, and the rest is filled in', async () => {
  const { fixture, page, person } = openAt('/visit');
  await person.type(await screen.findByLabelText('City'), 'Bergen');
  await fixture.untilTyped('Bergen');
  page.unmount();
  window.history.replaceState(null, '', '/visit?city=Oslo&table=7');
  openAt('/visit?city=Oslo&table=7', fixture);
  await untilFilled();
  expect([valueOf('City'), valueOf('Table')]).toEqual(['Bergen', '7']);
  expect(screen.getByText(/^Your draft had another answer/).textContent).toMatch(/: City$/);
});

test('what was not typed is no draft: the next link fills in its own', async () => {
  const { fixture, page } = openAt('/visit?table=5');
  await untilFilled();
  page.unmount();
  window.history.replaceState(null, '', '/visit?table=6');
  openAt('/visit?table=6', fixture);
  await untilFilled();
  expect(valueOf('Table')).toBe('6');
});

test('an answer that is not possible is left out with a quiet note, which does not repeat it', async () => {
  openAt('/visit?city=Oslo&table=seven');
  const note = await screen.findByText(/^Left out/);
  expect(note.textContent).toMatch(/: Table$/);
  expect(document.body.textContent).not.toContain('seven');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a reload fills it in again, though the address has it no more', async () => {
  const { fixture, page } = openAt('/visit?city=Oslo');
  await untilFilled();
  page.unmount();
  render(<AppOfForms forms={[visit, other]} deps={fixture.open()} />);
  await untilFilled();
  expect(valueOf('City')).toBe('Oslo');
});

test('clearing the form leaves what the link has, and it can be changed', async () => {
  const { person } = openAt('/visit?city=Oslo');
  await untilFilled();
  expect(screen.queryByRole('button', { name: 'Clear form' })).toBeNull();
  await person.type(screen.getByLabelText(/^Comment/), 'Good');
  await person.clear(screen.getByLabelText('City'));
  await person.click(screen.getByRole('button', { name: 'Clear form' }));
  expect(valueOf('City')).toBe('Oslo');
});
