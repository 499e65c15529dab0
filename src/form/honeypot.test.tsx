import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { parseShieldText } from '#core/shield/shield-header.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../testing/app-fixture.tsx';

afterEach(cleanup);

const contact = defineForm({
  id: 'contact',
  version: 1,
  title: 'Contact',
  action: 'Send',
  access: 'anyone',
  fields: { name: text({ label: 'Name' }) },
});

const withAccount = defineForm({ ...contact, id: 'visit', access: 'signed-in' });

function open(form: Form) {
  const fixture = createAppFixture(`/${form.id}`);
  fixture.answers(delivered, delivered);
  render(<AppOfForms forms={[contact, withAccount]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

const honeypot = () => document.querySelector<HTMLInputElement>('form input[name="website"]');

/** Fills in what a person sees, and sends it. */
async function send(person: ReturnType<typeof userEvent.setup>) {
  await person.type(await screen.findByLabelText('Name'), 'Ada');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'Sent' });
}

const shieldOf = ({ sent }: ReturnType<typeof open>, nth: number) =>
  parseShieldText(sent[nth]?.headers.get('Shield') ?? '');

test('an open form has a field that neither eyes, nor keys, nor screen readers find', async () => {
  const { person } = open(contact);
  await screen.findByLabelText('Name');
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  const field = honeypot();
  expect(field?.closest('[aria-hidden="true"]')).toBeTruthy();
  expect(field?.autocomplete).toBe('off');
  const reached: (Element | null)[] = [];
  for (let i = 0; i < 20; i += 1) {
    await person.tab();
    reached.push(document.activeElement);
  }
  expect(reached).toContain(screen.getByLabelText('Name'));
  expect(reached).not.toContain(field);
});

test('what a program fills in there is reported, and the next entry of a person is not', async () => {
  const opened = open(contact);
  await screen.findByLabelText('Name');
  fireEvent.change(honeypot() as HTMLInputElement, { target: { value: 'https://spam.example' } });
  await send(opened.person);
  expect(shieldOf(opened, 0).isHoneypotFilled).toBe(true);
  expect(opened.sent[0]?.body).toEqual({ name: 'Ada' });
  await opened.person.click(screen.getByRole('button', { name: /another/i }));
  await send(opened.person);
  expect(shieldOf(opened, 1).isHoneypotFilled).toBeUndefined();
});

test('a form that needs an account has no such field', async () => {
  open(withAccount);
  await screen.findByLabelText('Name');
  expect(honeypot()).toBeNull();
});
