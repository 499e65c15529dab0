import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const headings = () => screen.getAllByRole('columnheader').map((it) => it.textContent);
const open = (query = '') =>
  openResponsesPage({ pages: () => page([response(1, { source: 'friend' })]) }, query);

test('an owner hides a column, moves another, and shows all again', async () => {
  const { person } = open();
  await screen.findByText('1 response');
  const all = headings();
  await person.click(screen.getByRole('button', { name: 'Columns' }));
  await person.click(screen.getByRole('checkbox', { name: 'First name' }));
  expect(headings()).toEqual(all.filter((it) => it !== 'First name'));
  const later = screen.getByRole('button', { name: 'Move Last name down' });
  await person.click(later);
  expect(headings().slice(0, 4)).toEqual(['Received', 'State', 'Email address', 'Last name']);
  expect(
    document.activeElement === screen.getByRole('button', { name: 'Move Last name down' }),
  ).toBe(true);
  await waitFor(() =>
    expect(new URLSearchParams(window.location.search).get('columns')).toBe(
      '.state,email,lname,phone,source,news,.assigned,.comments,.username',
    ),
  );
  await person.click(screen.getByRole('button', { name: 'Show all columns' }));
  expect(headings()).toEqual(all);
});

test('an address with columns shows these, each with its answers', async () => {
  open('?columns=source,lname');
  await screen.findByText('1 response');
  expect(headings()).toEqual(['Received', 'How did you hear about us?', 'Last name']);
  const cells = screen.getAllByRole('cell').map((it) => it.textContent);
  expect(cells).toEqual(['From a friend', 'Mouse 1']);
});
