import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import { createMemory } from '../../testing/memory-storage.ts';
import { CodeForm } from './code-form.tsx';
import { createPendingCode } from '../../cloud/account/pending-code.ts';
import type { Codes } from '../../cloud/account/mailed-codes.ts';

afterEach(cleanup);

const email = 'niamh@example.com';

type Options = { readonly to?: 'confirm' | 'new-password'; readonly password?: string };

function open({ to = 'confirm', password }: Options, codes: Partial<Codes> = {}) {
  const done: string[] = [];
  const all: Codes = {
    confirm: async (_, code) => (done.push(`confirmed with ${code}`), ok(undefined)),
    newPassword: async (_, code, it) => (done.push(`${it} set with ${code}`), ok(undefined)),
    sendAnother: async () => (done.push('sent another'), ok(undefined)),
    enter: async () => (done.push('entered'), ok(undefined)),
    ...codes,
  };
  render(
    <CodeForm
      {...{ to, email, password }}
      codes={all}
      onEntered={() => done.push('is signed in')}
      onDone={(it) => done.push(`done: ${it}`)}
      onBack={() => done.push('went back')}
    />,
  );
  return { done, person: userEvent.setup() };
}

const press = (person: ReturnType<typeof userEvent.setup>, name: string) =>
  person.click(screen.getByRole('button', { name }));

test('after signing up, the code as copied from a mail signs the person in', async () => {
  const { done, person } = open({ password: 'a long enough password' });
  screen.getByText(`Enter the 6-digit code we sent to ${email}.`);
  await person.type(screen.getByLabelText('Code'), '\u200F１٢३ 4۵٦\u200B ');
  await press(person, 'Continue');
  await waitFor(() => expect(done).toEqual(['confirmed with 123456', 'entered', 'is signed in']));
});

test('after a reload the password is no longer known, and signing in is what is left', async () => {
  const { done, person } = open({});
  await person.type(screen.getByLabelText('Code'), '123456{Enter}');
  await waitFor(() => expect(done).toEqual(['confirmed with 123456', 'done: confirm']));
});

test('requesting another code is confirmed, and the earlier error is gone', async () => {
  const { done, person } = open({}, { confirm: async () => err('wrong-code') });
  await press(person, 'Continue');
  await screen.findByText('Enter the code');
  await person.type(screen.getByLabelText('Code'), '000000{Enter}');
  const alert = await screen.findByText(/This is not the code we sent/);
  expect(document.activeElement).toBe(screen.getByLabelText('Code'));
  await press(person, 'Send a new code');
  await screen.findByText(/We have sent a new code to niamh@example.com/);
  expect(alert.isConnected).toBe(false);
  expect(done).toEqual(['sent another']);
});

test.each([
  ['expired-code', /has expired/],
  ['too-often', /too many attempts/],
  ['weak-password', /at least 12 characters/],
  ['unreachable', /Could not reach the server/],
  ['failed', /did not work/],
] as const)('a failure is reported: %s', async (why, message) => {
  const { person } = open({ to: 'new-password' }, { newPassword: async () => err(why) });
  await person.type(screen.getByLabelText('Code'), '123456{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(message);
});

test('a new password’s rule is shown before it is typed, and there is a way back', async () => {
  const { done, person } = open({ to: 'new-password' });
  const box = screen.getByLabelText('New password');
  const hint = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe('At least 12 characters.');
  await press(person, 'Back to sign in');
  await person.type(screen.getByLabelText('Code'), '123456');
  await person.type(box, 'another long password{Enter}');
  await waitFor(() =>
    expect(done).toEqual([
      'went back',
      'another long password set with 123456',
      'done: new-password',
    ]),
  );
});

test('the step is still there after a reload of the same tab, without a password', () => {
  const tab = createMemory();
  const step = createPendingCode(tab);
  const typed = { to: 'confirm', email, password: 'secret' } as const;
  step.keep(typed);
  expect(createPendingCode(tab).read()).toEqual({ to: 'confirm', email });
  expect(tab.read('formstead:code')).not.toContain('secret');
  step.forget();
  expect(step.read()).toBeUndefined();
  tab.write('formstead:code', '{"to":');
  expect(step.read()).toBeUndefined();
});
