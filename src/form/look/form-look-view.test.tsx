import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import type { FormLook } from '#core/form/form-look.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test has to wait for it.
import './form-look-view.tsx';

const { style } = document.documentElement;

afterEach(() => {
  cleanup();
  style.cssText = '';
});

const other: Form = defineForm({
  id: 'other',
  version: 1,
  title: 'Other',
  action: 'Send',
  access: 'anyone',
  fields: { name: text({ label: 'Name' }) },
});

function openFormWith(look: FormLook) {
  const fixture = createAppFixture('/visit');
  const visit = { ...other, id: 'visit', title: 'Visit', look };
  return render(<AppOfForms forms={[visit, other]} deps={fixture.open()} />);
}

test('a form has its own colour in both themes, and the next page has the app’s', async () => {
  const page = openFormWith({ accent: { light: '#7a1f5c', dark: '#e9a5d2' } });
  await screen.findByRole('heading', { name: 'Visit' });
  await waitFor(() =>
    expect(style.getPropertyValue('--accent')).toBe('light-dark(#7a1f5c, #e9a5d2)'),
  );
  page.unmount();
  expect(style.cssText).toBe('');
});

test('in a frame, the accent of the page around it comes first', async () => {
  style.setProperty('--accent', '#123456');
  const page = openFormWith({ accent: '#7a1f5c', name: 'The clinic' });
  await screen.findByRole('region', { name: 'The clinic' });
  page.unmount();
  expect(style.getPropertyValue('--accent')).toBe('#123456');
});

test('its name is a region of the page, and its pictures only decorate', async () => {
  openFormWith({ name: 'The clinic', logo: '/looks/clinic.svg', cover: '/looks/ward.jpg' });
  const region = await screen.findByRole('region', { name: 'The clinic' });
  const pictures = [...region.querySelectorAll('img')];
  expect(pictures.map((it) => [it.getAttribute('src'), it.alt])).toEqual([
    ['/looks/ward.jpg', ''],
    ['/looks/clinic.svg', ''],
  ]);
});

test('without a name there is a cover, and nothing to read', async () => {
  openFormWith({ cover: '/looks/ward.jpg' });
  await waitFor(() => expect(document.querySelector('.form-look-cover')).toBeTruthy());
  expect(screen.queryByRole('region')).toBeNull();
});
