import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { routes } from '#core/api/api-routes.ts';
import { forms } from '#forms/index.ts';
import { App } from '../../app/app.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import { curlFor } from './curl.ts';

afterEach(cleanup);

async function openPage(fixture = createAppFixture('/api')) {
  render(<App forms={forms} deps={fixture.open()} />);
  await screen.findByRole('heading', { name: 'API', level: 1 });
}

test('every route of every form is listed, with a request to try and its responses', async () => {
  await openPage();
  const described = screen.getAllByRole('group');
  const ofForms = Object.values(routes).filter(({ path }) => path.includes('{form}'));
  const others = Object.keys(routes).length - ofForms.length;
  expect(described).toHaveLength(forms.length * ofForms.length + others);
  const submit = described.find((it) => it.textContent?.includes('POST /ride'));
  const label = submit?.textContent ?? '';
  expect(label).toContain("curl -X POST 'https://api.example/v1/ride'");
  expect(label).toContain('-H "Authorization: $ID_TOKEN"');
  expect(label).toContain('"Latitude":47.6174755835663');
  expect(label).toContain('"RideId": "AY88LnsacACAAAEjRWeJqw"');
  expect(label).toContain('Some answers need another look (invalid).');
});

test('the footer leads to this page, which links to the OpenAPI document', async () => {
  const fixture = createAppFixture('/pwausers');
  render(<App forms={forms} deps={fixture.open()} />);
  await userEvent.click(within(screen.getByRole('contentinfo')).getByRole('link', { name: /API/ }));
  const link = await screen.findByRole('link', { name: 'openapi.json' });
  expect(link.getAttribute('href')).toBe('/openapi.json');
});

test('a signed-in person can copy their token', { tags: 'token-copied' }, async () => {
  const fixture = createAppFixture('/api');
  fixture.signedIn();
  const person = userEvent.setup();
  await openPage(fixture);
  await person.click(screen.getByRole('button', { name: 'Copy my id token' }));
  await screen.findByText(/Whoever has it can act as you/);
  expect(await navigator.clipboard.readText()).toBe('token-0');
});

test('signed out, there is no token to copy', async () => {
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
