import { cleanup, render, screen, within, waitFor } from '@testing-library/react';
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
  await waitFor(() => expect(document.title).toBe('خطأ: انضم إلينا – Formstead'));
});

test('the theme is chosen at the foot of the page, and is the browser’s again when that is chosen', async () => {
  const world = createFakeWorld('/pwausers');
  render(<App forms={[pwausers]} deps={world.open()} />);
  const person = userEvent.setup();
  const box = await screen.findByLabelText('Theme');
  await person.selectOptions(box, 'Dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await person.selectOptions(box, 'As the system');
  expect(box).toHaveProperty('value', '');
});
