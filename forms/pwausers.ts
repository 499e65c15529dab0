import { choice, consent, email, phone, text } from '#core/fields/index.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import { defineForm } from '#core/form/define-form.ts';
import { shortId } from '#core/values/id.ts';

/** A sign-up for news of a project. Only the names are required. */
export const pwausers = defineForm({
  id: 'pwausers',
  version: 1,
  title: 'Join us',
  introduction: 'Tell us about yourself. It takes a minute and works offline.',
  action: 'Join',
  fields: {
    fname: text({
      label: 'First name',
      noun: 'your first name',
      autoComplete: 'given-name',
      max: 80,
      example: 'Mickey',
    }),
    lname: text({
      label: 'Last name',
      noun: 'your last name',
      hint: 'If you have only one name, enter it in both boxes.',
      autoComplete: 'family-name',
      max: 80,
      example: 'Mouse',
    }),
    email: email({
      label: 'Email address',
      noun: 'your email address',
      hint: 'Only if you would like to hear from us.',
      optional: true,
    }),
    phone: phone({
      label: 'Phone number',
      noun: 'your phone number',
      hint: 'For a number outside the UK, include the country code.',
      country: 'GB',
      optional: true,
    }),
    source: choice({
      label: 'How did you hear about us?',
      noun: 'how you heard about us',
      options: [
        ['friend', 'From a friend'],
        ['search', 'A search engine'],
        ['event', 'At an event'],
        ['other', 'Somewhere else'],
      ],
      optional: true,
    }),
    news: consent({
      label: 'News',
      statement: 'Email me news, at most once a month',
      optional: true,
    }),
  },
  receipt: ({ id, answers }) => ({
    PwaUserId: shortId(id),
    Firstname: answers.fname,
    Lastname: answers.lname,
    Message: 'Successfully added user!',
  }),
  thanks: ({ answers }) => `Thank you for joining, ${answers.fname}.`,
  confirmation: {
    subject: 'Thank you for joining',
    text: ({ id, answers }) =>
      `Hello ${answers.fname} ${answers.lname},\n\n` +
      `Thank you for joining. Your reference is ${entryReference(id)}.\n\n` +
      'If this was not you, you can ignore this email.',
  },
});
