import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { says } from '../fates.ts';
import { openApp, openDevice, seesNothingWaiting, seesSaved, send, signIn } from './device.ts';
import { openField, type Field } from './field.ts';

let field: Field;

beforeAll(async () => {
  field = await openField();
});

afterAll(() => field[Symbol.asyncDispose]());
beforeEach(() => field.weather.clear());

test('whose new tokens are refused as well is asked to sign in, in every tab, and loses nothing', async () => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  const other = await openApp(context, field.appUrl);
  field.weather.api.brings(says(401, '{"message":"Unauthorized"}'));
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.getByText('Saved on this device, until you sign in').waitFor();
  await other.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  await field.weather.clear();
  await signIn(other, session);
  await seesNothingWaiting(other);
  await page.getByRole('heading', { name: 'Delivered', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 3 }]);
});
