import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { note, text } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

test('a note is drawn between the questions, and nothing of it is sent', async () => {
  const { person, send } = openFields({
    about: note({
      label: 'About you',
      text: 'Why we ask: see [our page](https://example.com/why).\n\n- *One*\n- Two',
    }),
    name: text({ label: 'Name' }),
  });
  expect(await screen.findByRole('heading', { name: 'About you' })).toBeTruthy();
  const link = screen.getByRole('link', { name: /^our page ?\(opens in a new tab\)$/ });
  expect(link.getAttribute('href')).toBe('https://example.com/why');
  expect(link.getAttribute('rel')).toBe('noreferrer');
  expect(screen.getAllByRole('listitem').map((it) => it.textContent)).toEqual(
    expect.arrayContaining(['One', 'Two']),
  );
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  expect(await send()).toEqual({ name: 'Mickey' });
});

test('HTML in a note is text', async () => {
  openFields({
    about: note({ text: '<img src=x onerror=alert(1)> [x](javascript:alert(1))' }),
    name: text({ label: 'Name' }),
  });
  expect(await screen.findByText(/<img src=x/)).toBeTruthy();
  expect(document.querySelector('main img, main a[href^="javascript"]')).toBeNull();
});
