import {
  choice,
  choices,
  consent,
  date,
  email,
  location,
  longText,
  number,
  phone,
  text,
  url,
} from '#core/fields/index.ts';

/** One field of each kind, with most of its options. docs/fields.md shows them as written here, each with its picture. */
export const fieldExamples = {
  text: text({
    label: 'Full name',
    noun: 'your full name',
    hint: 'As it is in your passport.',
    autoComplete: 'name',
    max: 80,
    example: 'Minnie Mouse',
  }),
  longText: longText({
    label: 'What did you see?',
    noun: 'what you saw',
    rows: 4,
    max: 2000,
    example: 'Two herons,\nand a kingfisher.',
    optional: true,
  }),
  number: number({
    label: 'Distance',
    hint: 'From the entrance to the stop.',
    min: 0,
    max: 5000,
    whole: true,
    unit: 'm',
  }),
  date: date({ label: 'Day of the visit', min: '2026-01-01', max: '2036-12-31' }),
  choice: choice({
    label: 'Meal',
    options: { none: 'No meal', lunch: 'Lunch', dinner: 'Dinner' },
    default: 'none',
  }),
  choices: choices({
    label: 'How did you travel?',
    hint: 'Choose all that apply.',
    options: { foot: 'On foot', bicycle: 'By bicycle', bus: 'By bus', car: 'By car' },
  }),
  consent: consent({ label: 'Terms', statement: 'I agree to the terms of the visit' }),
  email: email({ label: 'Email address', noun: 'your email address' }),
  phone: phone({
    label: 'Phone number',
    noun: 'your phone number',
    country: 'GB',
    optional: true,
  }),
  url: url({ label: 'Website', hint: 'A web address that starts with https://.', optional: true }),
  location: location({ label: 'Meeting point' }),
};
