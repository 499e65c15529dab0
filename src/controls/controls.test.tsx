import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
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
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import { openFields } from '../testing/open-form.tsx';

afterEach(cleanup);

const colours = [
  ['red', 'Red'],
  ['green', 'Green'],
  ['blue', 'Blue'],
] as const;
const months = Array.from({ length: 12 }, (_, i) => [`m${i + 1}`, `Month ${i + 1}`] as const);

test('a form with a field of every kind is drawn and sent', async () => {
  const { person, send } = openFields({
    name: text({ label: 'Name', autoComplete: 'name' }),
    story: longText({ label: 'Story', rows: 3 }),
    mail: email({ label: 'Email' }),
    tel: phone({ label: 'Phone', country: 'GB' }),
    page: url({ label: 'Page' }),
    age: number({ label: 'Age', min: 0, whole: true, unit: 'years' }),
    born: date({ label: 'Born', autoComplete: 'bday' }),
    colour: choice({ label: 'Colour', options: colours }),
    month: choice({ label: 'Month', options: months }),
    likes: choices({ label: 'Likes', options: colours }),
    terms: consent({ label: 'Terms', statement: 'I agree' }),
    location: location({ label: 'Place' }),
  });
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.type(screen.getByLabelText('Story'), 'One{Enter}two');
  await person.type(screen.getByLabelText('Email'), 'mickey@example.com');
  await person.type(screen.getByLabelText('Phone'), '01632 960 001');
  await person.type(screen.getByLabelText('Page'), 'https://example.com/page');
  await person.type(screen.getByLabelText('Age'), '96');
  await person.type(screen.getByLabelText('Born'), '1928-11-18');
  await person.click(
    within(screen.getByRole('radiogroup', { name: 'Colour' })).getByLabelText('Red'),
  );
  await person.selectOptions(screen.getByLabelText('Month'), 'Month 11');
  const likes = within(screen.getByRole('group', { name: 'Likes' }));
  await person.click(likes.getByLabelText('Blue'));
  await person.click(likes.getByLabelText('Red'));
  await person.click(screen.getByLabelText('I agree'));
  await person.type(await screen.findByLabelText('Latitude'), '47.6');
  await person.type(screen.getByLabelText('Longitude'), '-122.3');
  expect(await send()).toEqual({
    name: 'Mickey',
    story: 'One\ntwo',
    mail: 'mickey@example.com',
    tel: '+441632960001',
    page: 'https://example.com/page',
    age: 96,
    born: '1928-11-18',
    colour: 'red',
    month: 'm11',
    likes: ['red', 'blue'],
    terms: true,
    location: { Latitude: 47.6, Longitude: -122.3 },
  });
  // Typing this much takes seconds on a busy machine.
});

test('every issue links to its control, which is marked invalid and described by the issue', async () => {
  const { person, page, press } = openFields({
    name: text({ label: 'Name', hint: 'As your friends say it.' }),
    story: longText({ label: 'Story' }),
    colour: choice({ label: 'Colour', options: colours }),
    month: choice({ label: 'Month', options: months }),
    likes: choices({ label: 'Likes', options: colours }),
    terms: consent({ label: 'Terms', statement: 'I agree' }),
    location: location({ label: 'Place' }),
  });
  await screen.findByLabelText('Latitude');
  await press();
  const links = within(await screen.findByRole('alert')).getAllByRole('link');
  expect(links).toHaveLength(7);
  for (const link of links) {
    await person.click(link);
    const control = document.activeElement;
    expect(control?.id).toBe(link.getAttribute('href')?.slice(1));
    const invalid = control?.closest('[aria-invalid="true"]');
    expect(invalid, link.textContent ?? '').toBeTruthy();
    const ids = invalid?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const description = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(description).toContain(`Error: ${link.textContent}`);
  }
  expect(page.container.querySelector('#answer-name')?.getAttribute('aria-describedby')).toBe(
    'answer-name-hint answer-name-issue',
  );
});

test('a text input has the attributes that browsers need to fill it in', () => {
  openFields({
    mail: email({ label: 'Email', optional: true }),
    age: number({ label: 'Age', min: 0, whole: true, unit: 'years' }),
  });
  const mail = screen.getByLabelText('Email (optional)');
  expect(mail.getAttribute('autocomplete')).toBe('email');
  // With type="email", some browsers turn an address in another script into Punycode.
  expect(mail.getAttribute('type')).toBe('text');
  expect(mail.getAttribute('inputmode')).toBe('email');
  expect(mail.getAttribute('name')).toBe('answer-mail');
  expect(mail.getAttribute('spellcheck')).toBe('false');
  const age = screen.getByLabelText('Age');
  expect(age.getAttribute('type')).toBe('text');
  expect(age.getAttribute('inputmode')).toBe('numeric');
  expect(document.getElementById(age.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'years',
  );
});

test('up to seven options are radios, more are a list', () => {
  const seven = months.slice(0, 7);
  const eight = months.slice(0, 8);
  openFields({
    few: choice({ label: 'Few', options: seven }),
    many: choice({ label: 'Many', options: eight }),
  });
  expect(screen.getAllByRole('radio')).toHaveLength(7);
  expect(
    within(screen.getByRole('combobox', { name: 'Many' })).getAllByRole('option'),
  ).toHaveLength(9);
});

test('an optional choice can be cleared', async () => {
  const { person, send } = openFields({
    colour: choice({ label: 'Colour', options: colours, optional: true }),
  });
  await person.click(screen.getByLabelText('Green'));
  await person.click(screen.getByRole('button', { name: 'Clear my choice' }));
  expect(screen.getByLabelText('Green')).toHaveProperty('checked', false);
  expect(document.activeElement).toBe(screen.getByLabelText('Red'));
  expect(await send()).toEqual({});
});

test('a default option is shown as chosen, and is the answer', async () => {
  const { person, send } = openFields({
    colour: choice({ label: 'Colour', options: colours, default: 'green' }),
    month: choice({ label: 'Month', options: months, default: 'm2' }),
  });
  expect(screen.getByLabelText('Green')).toHaveProperty('checked', true);
  expect(screen.queryByRole('option', { name: 'Choose one' })).toBeNull();
  await person.selectOptions(screen.getByLabelText('Month'), 'Month 3');
  expect(await send()).toEqual({ colour: 'green', month: 'm3' });
});

test('a draft with values that do not fit the current form does no harm', async () => {
  const form = defineForm({
    id: 'test',
    version: 2,
    title: 'A test',
    action: 'Send',
    fields: {
      name: text({ label: 'Name' }),
      likes: choices({ label: 'Likes', options: colours }),
      location: location({ label: 'Place' }),
      other: text({ label: 'Other' }),
    },
  });
  const fixture = createAppFixture('/test');
  const deps = fixture.open();
  const controlValues = { name: ['x'], likes: 'red', location: 'here', other: 'Typed' };
  const draft = { id: '019a0000-0000-7000-8000-000000000001', controlValues };
  expect(await deps.draftsFor(form).keep({ author: '', of: 'test' }, draft)).toBe('kept');
  render(<AppOfForms forms={[form]} deps={deps} />);
  await waitFor(() => expect(screen.getByLabelText('Other')).toHaveProperty('value', 'Typed'));
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  expect(await screen.findByLabelText('Latitude')).toHaveProperty('value', '');
});

test('a long text shows how many characters are left, or too many', async () => {
  const { person } = openFields({ story: longText({ label: 'Story', max: 20 }) });
  const story = screen.getByLabelText('Story');
  expect(await screen.findByText('You have 20 characters left.')).toBeTruthy();
  const ids = story.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'You can enter up to 20 characters.',
  ]);
  await person.type(story, 'Nineteen letters it');
  expect(screen.getByText('You have 1 character left.')).toBeTruthy();
  await person.type(story, ' is');
  expect(screen.getByText('You have 2 characters too many.')).toBeTruthy();
  // A screen reader announces it only after a pause.
  const announced = story.parentElement?.querySelector('output');
  await waitFor(() => expect(announced?.textContent).toBe('You have 2 characters too many.'));
});

test('an ambiguous number must be typed again, and a decimal comma is understood', async () => {
  const { person, press, send } = openFields({
    price: number({ label: 'Price', noun: 'the price', min: 0 }),
  });
  await person.type(screen.getByLabelText('Price'), '1,234');
  await press();
  expect(
    await screen.findByRole('link', {
      name: 'Enter the price without thousands separators, like 1234 or 1.234',
    }),
  ).toBeTruthy();
  await person.clear(screen.getByLabelText('Price'));
  await person.type(screen.getByLabelText('Price'), '34,50');
  expect(await send()).toEqual({ price: 34.5 });
});

test('issues with both numbers of a location are reported together', async () => {
  const { person, press } = openFields({ location: location({ label: 'Place' }) });
  await person.type(await screen.findByLabelText('Latitude'), '95,5');
  await person.type(screen.getByLabelText('Longitude'), '200');
  await press();
  expect(
    await screen.findByRole('link', {
      name: 'Enter the latitude of “Place” in degrees, from -90 to 90, and its longitude, from -180 to 180',
    }),
  ).toBeTruthy();
});

test('numbers that may be negative use a numeric keyboard only if it has a minus sign', async () => {
  openFields({
    degrees: number({ label: 'Degrees' }),
    location: location({ label: 'Place' }),
  });
  await screen.findByLabelText('Latitude');
  for (const name of ['Degrees', 'Latitude', 'Longitude'])
    expect(screen.getByLabelText(name).getAttribute('inputmode')).toBe('decimal');
  cleanup();
  const phone = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; …)');
  openFields({ degrees: number({ label: 'Degrees' }) });
  expect(screen.getByLabelText('Degrees').getAttribute('inputmode')).toBeNull();
  phone.mockRestore();
});

test('an incomplete date that the browser does not pass on is reported, not silently dropped', async () => {
  const { person, press, send, sent } = openFields({
    name: text({ label: 'Name' }),
    born: date({ label: 'Birthday', optional: true }),
  });
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  const born = screen.getByLabelText('Birthday (optional)');
  // For 02/30/2020, or 03/30 without a year, the input shows the text but has no value.
  const validity = vi.spyOn(born as HTMLInputElement, 'validity', 'get');
  validity.mockReturnValue({ badInput: true } as ValidityState);
  await press();
  expect(
    await screen.findByRole('link', { name: '“Birthday” must be a real date, like 2026-03-31' }),
  ).toBeTruthy();
  expect(sent).toEqual([]);
  validity.mockRestore();
  expect(await send()).toEqual({ name: 'Mickey' });
});

test('no input hides a property of the form element', () => {
  const members = ['elements', 'nodeName', 'parentNode', 'submit', 'action', 'length', 'children'];
  const [first = '', second = '', third = '', fourth = '', ...more] = members;
  const { page } = openFields({
    ...Object.fromEntries(more.map((it) => [it, text({ label: it })])),
    [first]: longText({ label: first }),
    [second]: choices({ label: second, options: colours }),
    [third]: choice({ label: third, options: months }),
    [fourth]: date({ label: fourth }),
  });
  const named = [...page.container.querySelectorAll('form [name], form [id]')];
  expect(named.length).toBeGreaterThan(members.length);
  for (const it of named)
    for (const name of [it.getAttribute('name') ?? '', it.id])
      expect([name, name in HTMLFormElement.prototype]).toEqual([name, false]);
});

test('a date input has the limits of the field', () => {
  openFields({ born: date({ label: 'Born' }), day: date({ label: 'Day', min: '1066-10-14' }) });
  expect(screen.getByLabelText('Born').getAttribute('min')).toBe('1900-01-01');
  expect(screen.getByLabelText('Born').getAttribute('max')).toBe('2100-12-31');
  expect(screen.getByLabelText('Day').getAttribute('min')).toBe('1066-10-14');
});

const direction = (label: string) => screen.getByLabelText(label).getAttribute('dir');

test('an input has the direction of its text, and an empty one that of the page', async () => {
  const { person } = openFields({
    name: text({ label: 'Name' }),
    story: longText({ label: 'Story' }),
    mail: email({ label: 'Email' }),
    tel: phone({ label: 'Phone' }),
    page: url({ label: 'Page' }),
    age: number({ label: 'Age' }),
  });
  for (const label of ['Name', 'Story']) {
    expect(direction(label)).toBeNull();
    await person.type(screen.getByLabelText(label), 'C++');
    expect(direction(label)).toBe('auto');
  }
  for (const label of ['Email', 'Phone', 'Page', 'Age']) expect(direction(label)).toBe('ltr');
});

test('a form with a phone field loads the library of phone numbers', async () => {
  const { person, send } = openFields({ tel: phone({ label: 'Phone' }) });
  await person.type(screen.getByLabelText('Phone'), '\u202A+49 (0)30 123456\u202C');
  expect(await send()).toEqual({ tel: '+4930123456' });
});

test('addresses in other scripts are sent as typed', async () => {
  const { person, send } = openFields({
    mail: email({ label: 'Email' }),
    page: url({ label: 'Page' }),
  });
  await person.type(screen.getByLabelText('Email'), 'info@müller.de');
  await person.type(screen.getByLabelText('Page'), 'www.müller.de');
  expect(await send()).toEqual({ mail: 'info@müller.de', page: 'https://www.müller.de' });
});
