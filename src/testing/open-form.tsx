import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Fields } from '#core/form/answers.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from './app-of-forms.tsx';
import { createAppFixture, delivered } from './app-fixture.tsx';

/**
 * For tests: opens a form as somebody who is signed in, with a cloud that accepts one entry.
 * @param query of the link that was opened, such as `?source=poster`
 */
export function openForm(form: Form, query = '') {
  const fixture = createAppFixture(`/${form.id}${query}`);
  fixture.signedIn();
  fixture.answers(delivered);
  const page = render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const press = () => person.click(screen.getByRole('button', { name: form.action }));
  return {
    ...fixture,
    page,
    person,
    /** Presses the button. */
    press,
    /** Sends the form. @returns the body that the server received */
    send: async () => {
      await press();
      await screen.findByRole('heading', { name: 'Sent' });
      return fixture.sent[0]?.body;
    },
  };
}

/** Opens a form that asks for these fields. Its button is called “Send”. */
export function openFields(fields: Fields, query?: string) {
  const form = defineForm({ id: 'test', version: 1, title: 'A test', action: 'Send', fields });
  return openForm(form, query);
}
