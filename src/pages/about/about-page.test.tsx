import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import '../../app/secondary-pages.tsx';

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A StorageManager that grants persistence when asked. */
function storageOf(usage: number, quota: number) {
  let isPersistent = false;
  return {
    estimate: async () => ({ usage, quota }),
    persisted: async () => isPersistent,
    persist: async () => (isPersistent = true),
  };
}

function open(storage: object | undefined) {
  const fixture = createAppFixture('/about');
  vi.stubGlobal('navigator', { userAgent: 'a browser', storage });
  const deps = fixture.open();
  render(<AppOfForms forms={[form]} deps={deps} />);
  return { fixture, deps, person: userEvent.setup() };
}

test('the page shows the version, what is stored where, and how much', async () => {
  open(storageOf(1_234_567, 3e9));
  expect(await screen.findByText(new RegExp(`^${brand.name} \\d+\\.\\d+\\.\\d+`))).toBeTruthy();
  expect(await screen.findByText('1.23 MB of 3 GB available')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'On this device' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'In the cloud' })).toBeTruthy();
});

test('signed out, the page does not say that nothing waits, but how to see it', async () => {
  const { deps } = open(undefined);
  expect(await screen.findByRole('link', { name: 'Sign in to see unsent entries' })).toBeTruthy();
  await act(() => deps.outbox.reread());
  expect(screen.queryByText('Nothing')).toBeNull();
});

test('a browser that has not granted persistence can be asked to', async () => {
  const { person } = open(storageOf(1000, 2000));
  await screen.findByText('The browser may clear this data');
  await person.click(screen.getByRole('button', { name: 'Ask the browser to keep this data' }));
  expect(await screen.findByText('The browser keeps this data until you delete it')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask the browser to keep this data' })).toBeNull();
});

test('in a browser that does not report storage, the page makes no claims about it', async () => {
  open(undefined);
  expect(await screen.findAllByText('Unknown: this browser does not report it')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Ask the browser to keep this data' })).toBeNull();
});

test('waiting changes can be viewed and exported', async () => {
  const fixture = createAppFixture('/about');
  fixture.signedIn();
  const deps = fixture.open();
  render(<AppOfForms forms={[form]} deps={deps} />);
  expect(await screen.findByText('Nothing')).toBeTruthy();
  fixture.answers(() => 'no network');
  await deps.outbox.submit(form, { id: deps.newId(), answers: { name: 'Minnie' } });
  const link = await screen.findByRole('link', { name: '1 in the outbox' });
  expect(link.getAttribute('href')).toBe('/outbox');
  expect(screen.getByRole('button', { name: 'Export unsent entries' })).toBeTruthy();
});

test('signed out, the page leads to sign-in, and back', async () => {
  open(storageOf(1, 2));
  const link = await screen.findByRole('link', { name: 'Sign in to see unsent entries' });
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2Fabout');
});
