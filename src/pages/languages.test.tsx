import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import '../account/account.tsx';
import { createFakeWorld } from '../fake-world.tsx';
import '../form/error-summary.tsx';
import '../shell/settings-view.tsx';
import '../words/ar/arabic.ts';

afterEach(() => {
  cleanup();
  Object.assign(document.documentElement, { lang: '', dir: '' });
});

test('a language chosen in the middle of a form takes nothing away, and says again what is wrong', async () => {
  const world = createFakeWorld('/pwausers');
  render(<App forms={[pwausers]} deps={world.open()} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.click(screen.getByRole('button', { name: 'Join' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('link', { name: 'Enter your last name' })).toBeTruthy();

  await person.selectOptions(await screen.findByLabelText('Language'), 'العربية');
  expect(await within(alert).findByRole('link', { name: 'أدخل اسم العائلة' })).toBeTruthy();
  expect(screen.getByLabelText('الاسم الأول')).toHaveProperty('value', 'Mickey');
  expect(document.documentElement.dir).toBe('rtl');
  expect(document.title).toBe('خطأ: انضم إلينا – Formstead');
});

test('the choices are on the account page too, and one follows the other', async () => {
  const world = createFakeWorld('/account');
  world.signedIn();
  render(<App forms={[pwausers]} deps={world.open()} />);
  const person = userEvent.setup();
  await expect.poll(() => screen.queryAllByLabelText('Theme').length).toBe(2);
  const [onPage, below] = screen.getAllByLabelText('Theme');
  await person.selectOptions(onPage ?? document.body, 'Dark');
  expect(below).toHaveProperty('value', 'dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await person.selectOptions(below ?? document.body, 'As the system');
  expect(onPage).toHaveProperty('value', '');
});
