import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { routes } from '#core/api/api-routes.ts';
import { exampleForms } from '#forms/testing/example-forms.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import { curlFor } from './curl.ts';

afterEach(cleanup);

async function openPage(fixture = createAppFixture('/api')) {
  render(<AppOfForms forms={exampleForms} deps={fixture.open()} />);
  await screen.findByRole('heading', { name: 'API', level: 1 });
}

test('every route of one form is listed, with a request to try and its responses', async () => {
  await openPage(createAppFixture('/api?form=ride'));
  const described = screen.getAllByRole('group');
  // This form asks for no files, and for an account.
  const ofForm = Object.values(routes).filter(
    ({ path }) => !/\{file\}|\/(invitations|verification)/.test(path),
  );
  expect(described).toHaveLength(ofForm.length);
  const submit = described.find((it) => it.textContent?.includes('POST /ride'));
  const label = submit?.textContent ?? '';
  expect(label).toContain("curl -X POST 'https://api.example/v1/ride'");
  expect(label).toContain('-H "Authorization: $ID_TOKEN"');
  expect(label).toContain('"Latitude":47.6174755835663');
  expect(label).toContain('"RideId": "AY88LnsacACAAAEjRWeJqw"');
  expect(label).toContain('Some answers need to be corrected (invalid).');
});

test('the form whose routes are shown is chosen, and is then in the address', async () => {
  await openPage();
  const person = userEvent.setup();
  expect(screen.queryByText('/ride')).toBeNull();
  await person.selectOptions(screen.getByLabelText('Form'), 'Request a unicorn');
  expect(screen.getAllByText('/ride').length).toBeGreaterThan(0);
  expect(window.location.search).toBe('?form=ride');
});

test('the footer leads to this page, which links to the OpenAPI document', async () => {
  const fixture = createAppFixture('/pwausers');
  render(<AppOfForms forms={exampleForms} deps={fixture.open()} />);
  await userEvent.click(within(screen.getByRole('contentinfo')).getByRole('link', { name: /API/ }));
  const link = await screen.findByRole('link', { name: 'openapi.json' });
  expect(link.getAttribute('href')).toBe('/openapi.json');
});

test('a signed-in person can copy their token', { tags: 'token-copied' }, async () => {
  const fixture = createAppFixture('/api');
  fixture.signedIn();
  const person = userEvent.setup();
  await openPage(fixture);
  await person.click(screen.getByRole('button', { name: 'Copy my ID token' }));
  await screen.findByText(/Anyone who has this token can act as you/);
  expect(await navigator.clipboard.readText()).toBe('token-0');
});

test('signed out, there is no token to copy', async () => {
  await openPage();
  expect(screen.queryByRole('button', { name: 'Copy my ID token' })).toBeNull();
});

test('a quote in an example does not end the shell’s', () => {
  const content = { 'application/json': { schema: {}, example: { name: "O'Neil" } } };
  const operation = { parameters: [], requestBody: { required: true, content } } as const;
  expect(curlFor({ url: '', path: '/a', method: 'put', operation })).toContain(
    String.raw`-d '{"name":"O'\''Neil"}'`,
  );
});
