import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { hidden, metadata, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../testing/app-fixture.tsx';
import { openFields } from '../testing/open-form.tsx';

afterEach(cleanup);

const fields = {
  name: text({ label: 'Name' }),
  source: hidden({ label: 'Source' }),
  sentAt: metadata({ label: 'Sent at', of: 'finished' }),
};

test('a hidden value comes from the link, nobody sees it, and metadata is added when the form is sent', async () => {
  const { person, send } = openFields(fields, '?source=poster&name=Mallory');
  expect(screen.queryByText('Source')).toBeNull();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  expect(await send()).toEqual({
    name: 'Mickey',
    source: 'poster',
    sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
});

test('a link alone is no draft: there is nothing to clear', () => {
  openFields(fields, '?source=poster');
  expect(screen.queryByRole('button', { name: 'Clear form' })).toBeNull();
});

test('a second attempt to send the same answers has the same metadata, and one after typing has not', async () => {
  const form = defineForm({
    id: 'test',
    version: 1,
    title: 'A test',
    action: 'Send',
    fields: {
      // So that it is sent at once, without the outbox.
      name: text({ label: 'Name', sensitive: true }),
      sentAt: metadata({ label: 'Sent at', of: 'finished' }),
    },
  });
  const fixture = createAppFixture('/test');
  fixture.signedIn();
  fixture.answers(
    () => 'no network',
    () => 'no network',
    delivered,
  );
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const press = () => person.click(screen.getByRole('button', { name: /^(Send|Try again)$/ }));
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await press();
  await screen.findByText('Not sent yet');
  await press();
  await waitFor(() => expect(fixture.sent).toHaveLength(2));
  await screen.findByText('Not sent yet');
  expect(fixture.sent[1]?.body).toEqual(fixture.sent[0]?.body);
  await person.type(screen.getByLabelText('Name'), ' Mouse');
  await press();
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent[2]?.body).toMatchObject({ name: 'Mickey Mouse' });
  const times = fixture.sent.map(({ body }) => (body as { sentAt: string }).sentAt);
  expect(new Set(times).size).toBe(2);
});
