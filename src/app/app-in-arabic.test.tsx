import { cleanup, render, screen, within, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import './secondary-pages.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import { openMenu } from '../testing/open-menu.ts';
import '../messages/ar/arabic.ts';

afterEach(() => {
  cleanup();
  Object.assign(document.documentElement, { lang: '', dir: '' });
});

test('choosing a language halfway through a form keeps the answers and translates the issues', async () => {
  const fixture = createAppFixture('/pwausers');
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.click(screen.getByRole('button', { name: 'Join' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('link', { name: 'Enter your last name' })).toBeTruthy();

  await openMenu(person);
  await person.selectOptions(screen.getByLabelText('Language'), 'العربية');
  expect(await within(alert).findByRole('link', { name: 'أدخل اسم العائلة' })).toBeTruthy();
  expect(screen.getByLabelText('الاسم الأول')).toHaveProperty('value', 'Mickey');
  expect(document.documentElement.dir).toBe('rtl');
  await waitFor(() => expect(document.title).toBe(`خطأ: انضم إلينا – ${brand.name}`));
});

test('choosing a language leaves the focus, the menu and the place in the page as they were', async () => {
  const fixture = createAppFixture('/pwausers');
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await openMenu(person);
  const box = screen.getByLabelText('Language');
  box.focus();
  const scroll = vi.spyOn(window, 'scrollTo');
  await person.selectOptions(box, 'العربية');
  await screen.findByRole('heading', { level: 1, name: 'انضم إلينا' });
  await person.selectOptions(screen.getByLabelText(/اللغة/), 'English');
  await screen.findByRole('heading', { level: 1, name: 'Join us' });
  expect(screen.getByLabelText('Language')).toBe(document.activeElement);
  expect(scroll).not.toHaveBeenCalled();
});

test('the theme can be chosen in the menu, and set back to the browser’s', async () => {
  const fixture = createAppFixture('/pwausers');
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await openMenu(person);
  const box = screen.getByLabelText('Theme');
  await person.selectOptions(box, 'Dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await person.selectOptions(box, 'System theme');
  expect(box).toHaveProperty('value', '');
});
