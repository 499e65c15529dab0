import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { products } from '#forms/products.ts';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const forks = () => page([5, 12, 99].map((price, n) => response(n, { name: `Fork ${n}`, price })));
const open = (query = '') => openResponsesPage({ pages: forks }, query, products);

test('an owner filters by a range of numbers, sees it, and removes it', async () => {
  const { person } = open();
  await screen.findByText('3 responses');
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  await person.type(screen.getByLabelText('Price, from'), '12');
  expect(await screen.findByText('2 of 3 responses')).toBeTruthy();
  await person.type(screen.getByLabelText('Price, to'), '50');
  expect(await screen.findByText('1 of 3 responses')).toBeTruthy();
  await waitFor(() => expect(window.location.search).toBe('?from.price=12&to.price=50'));
  await person.click(screen.getByRole('button', { name: 'Remove filter: Price, from: 12' }));
  expect(await screen.findByText('2 of 3 responses')).toBeTruthy();
});

test('a number that is none is ignored, and the person is told when they leave it', async () => {
  const { person } = open('?from.price=6');
  expect(await screen.findByText('2 of 3 responses')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: /^Filters/ }));
  const box = screen.getByLabelText('Price, from');
  await person.clear(box);
  await person.type(box, 'cheap');
  expect(screen.queryByText('This is not a number, so it is ignored.')).toBeNull();
  await person.tab();
  expect(await screen.findByText('This is not a number, so it is ignored.')).toBeTruthy();
  expect(screen.getByText('3 responses')).toBeTruthy();
});

test('a number may be typed with a comma, and as Arabic digits', async () => {
  const { person } = open();
  await screen.findByText('3 responses');
  await person.click(screen.getByRole('button', { name: 'Filters' }));
  const box = screen.getByLabelText('Price, from');
  await person.type(box, '12,5');
  expect(await screen.findByText('1 of 3 responses')).toBeTruthy();
  expect(box).toHaveProperty('value', '12,5');
  await person.clear(box);
  await person.type(box, '١٢');
  expect(await screen.findByText('2 of 3 responses')).toBeTruthy();
});
