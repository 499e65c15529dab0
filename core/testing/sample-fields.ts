import * as kinds from '../fields/index.ts';
import type { Field } from '../form/field.ts';

const colours = { red: 'Red', green: 'Green' };

/** A field of each kind. The compiler reports a kind that is missing. */
export const sampleFields: Record<keyof typeof kinds, Field> = {
  text: kinds.text({ label: 'First name', max: 5, example: 'Zoë' }),
  longText: kinds.longText({ label: 'Story', example: 'a\nb' }),
  email: kinds.email({ label: 'Email address' }),
  phone: kinds.phone({ label: 'Phone number' }),
  url: kinds.url({ label: 'Web page' }),
  number: kinds.number({ label: 'Age', min: 0, max: 150, whole: true }),
  date: kinds.date({ label: 'Birthday', max: '2026-01-01' }),
  choice: kinds.choice({ label: 'Colour', options: colours }),
  choices: kinds.choices({ label: 'Colours', options: colours }),
  consent: kinds.consent({ label: 'Terms', statement: 'I agree to the terms' }),
  location: kinds.location({ label: 'Pickup location' }),
};
