import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { routes } from '#core/routes.ts';
import { forms } from '#forms/index.ts';
import { App } from '../app.tsx';
import { createFakeWorld } from '../fake-world.tsx';
import { curlFor } from './curl.ts';

afterEach(cleanup);

async function openPage(world = createFakeWorld('/api')) {
  render(<App forms={forms} deps={world.open()} />);
  await screen.findByRole('heading', { name: 'API', level: 1 });
}

test('every route of every form is there, with a call to try and what it answers', async () => {
  await openPage();
  const described = screen.getAllByRole('group');
  const ofForms = Object.values(routes).filter(({ path }) => path.includes('{form}'));
  const others = Object.keys(routes).length - ofForms.length;
  expect(described).toHaveLength(forms.length * ofForms.length + others);
  const submit = described.find((it) => it.textContent?.includes('POST /ride'));
  const words = submit?.textContent ?? '';
  expect(words).toContain("curl -X POST 'https://api.example/v1/ride'");
  expect(words).toContain('-H "Authorization: $ID_TOKEN"');
  expect(words).toContain('"Latitude":47.6174755835663');
  expect(words).toContain('"RideId": "AY88LnsacACAAAEjRWeJqw"');
  expect(words).toContain('Some answers need another look (invalid).');
});

test('the way here is in the footer, and the machine’s description is a link away', async () => {
  const world = createFakeWorld('/pwausers');
  render(<App forms={forms} deps={world.open()} />);
  await userEvent.click(within(screen.getByRole('contentinfo')).getByRole('link', { name: /API/ }));
  const link = await screen.findByRole('link', { name: 'openapi.json' });
  expect(link.getAttribute('href')).toBe('/openapi.json');
});

test('who is signed in can copy their token', async () => {
  const world = createFakeWorld('/api');
  world.signedIn();
  const person = userEvent.setup();
  await openPage(world);
  await person.click(screen.getByRole('button', { name: 'Copy my id token' }));
  await screen.findByText(/Whoever has it can act as you/);
  expect(await navigator.clipboard.readText()).toBe('token-0');
});

test('who is not signed in has no token to copy', async () => {
  await openPage();
  expect(screen.queryByRole('button', { name: 'Copy my id token' })).toBeNull();
});

test('a quote in an example does not end the shell’s', () => {
  const content = { 'application/json': { schema: {}, example: { name: "O'Neil" } } };
  const operation = { parameters: [], requestBody: { required: true, content } } as const;
  expect(curlFor({ url: '', path: '/a', method: 'put', operation })).toContain(
    String.raw`-d '{"name":"O'\''Neil"}'`,
  );
});
