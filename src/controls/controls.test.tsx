import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
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
import { defineForm, type Fields } from '#core/form.ts';
import { App } from '../app.tsx';
import { createFakeWorld, delivered } from '../fake-world.tsx';

afterEach(cleanup);

/** A form with these fields on the page, to be filled by somebody signed in. */
function openForm(fields: Fields) {
  const form = defineForm({ id: 'test', version: 1, title: 'A test', action: 'Send', fields });
  const world = createFakeWorld('/test');
  world.signedIn();
  world.answers(delivered);
  const page = render(<App forms={[form]} deps={world.open()} />);
  const person = userEvent.setup();
  const press = () => person.click(screen.getByRole('button', { name: 'Send' }));
  /** What the cloud received. */
  const send = async () => {
    await press();
    await screen.findByRole('heading', { name: 'Delivered' });
    return world.sent[0]?.body;
  };
  return { ...world, page, person, press, send };
}

const colours = { red: 'Red', green: 'Green', blue: 'Blue' };
const months = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [`m${i + 1}`, `Month ${i + 1}`]),
);

test('a form with a field of every kind is drawn and sent', async () => {
  const { person, send } = openForm({
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
    place: location({ label: 'Place' }),
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
    place: { Latitude: 47.6, Longitude: -122.3 },
  });
  // So many keys take seconds on a busy machine.
}, 20_000);

test('every control is found by its complaint, says it is wrong, and is described by what exists', async () => {
  const { person, page, press } = openForm({
    name: text({ label: 'Name', hint: 'As your friends say it.' }),
    story: longText({ label: 'Story' }),
    colour: choice({ label: 'Colour', options: colours }),
    month: choice({ label: 'Month', options: months }),
    likes: choices({ label: 'Likes', options: colours }),
    terms: consent({ label: 'Terms', statement: 'I agree' }),
    place: location({ label: 'Place' }),
  });
  await screen.findByLabelText('Latitude');
  await press();
  const links = within(await screen.findByRole('alert')).getAllByRole('link');
  expect(links).toHaveLength(7);
  for (const link of links) {
    await person.click(link);
    const control = document.activeElement;
    expect(control?.id).toBe(link.getAttribute('href')?.slice(1));
    const told = control?.closest('[aria-invalid="true"]');
    expect(told, link.textContent ?? '').toBeTruthy();
    const ids = told?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(words).toContain(`Error: ${link.textContent}`);
  }
  expect(page.container.querySelector('#answer-name')?.getAttribute('aria-describedby')).toBe(
    'answer-name-hint answer-name-complaint',
  );
});

test('one line of text carries what a browser needs to fill it in', () => {
  openForm({
    mail: email({ label: 'Email', optional: true }),
    age: number({ label: 'Age', min: 0, whole: true, unit: 'years' }),
  });
  const mail = screen.getByLabelText('Email (optional)');
  expect(mail.getAttribute('autocomplete')).toBe('email');
  // Of an address in letters of other scripts, some browsers make a code in a box of its own kind.
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
  const seven = Object.fromEntries(Object.entries(months).slice(0, 7));
  const eight = Object.fromEntries(Object.entries(months).slice(0, 8));
  openForm({
    few: choice({ label: 'Few', options: seven }),
    many: choice({ label: 'Many', options: eight }),
  });
  expect(screen.getAllByRole('radio')).toHaveLength(7);
  expect(
    within(screen.getByRole('combobox', { name: 'Many' })).getAllByRole('option'),
  ).toHaveLength(9);
});

test('an optional choice can be taken back', async () => {
  const { person, send } = openForm({
    colour: choice({ label: 'Colour', options: colours, optional: true }),
  });
  await person.click(screen.getByLabelText('Green'));
  await person.click(screen.getByRole('button', { name: 'Choose none of these' }));
  expect(screen.getByLabelText('Green')).toHaveProperty('checked', false);
  expect(document.activeElement).toBe(screen.getByLabelText('Red'));
  expect(await send()).toEqual({});
});

test('an option taken by default is shown as chosen, and is the answer', async () => {
  const { person, send } = openForm({
    colour: choice({ label: 'Colour', options: colours, default: 'green' }),
    month: choice({ label: 'Month', options: months, default: 'm2' }),
  });
  expect(screen.getByLabelText('Green')).toHaveProperty('checked', true);
  expect(screen.queryByRole('option', { name: 'Choose one' })).toBeNull();
  await person.selectOptions(screen.getByLabelText('Month'), 'Month 3');
  expect(await send()).toEqual({ colour: 'green', month: 'm3' });
});

test('a draft of another shape than the form now asks does no harm', async () => {
  const form = defineForm({
    id: 'test',
    version: 2,
    title: 'A test',
    action: 'Send',
    fields: {
      name: text({ label: 'Name' }),
      likes: choices({ label: 'Likes', options: colours }),
      place: location({ label: 'Place' }),
    },
  });
  const world = createFakeWorld('/test');
  const held = { name: ['x'], likes: 'red', place: 'here' };
  const draft = { id: '019a0000-0000-7000-8000-000000000001', held };
  world.storages.tab.write('formstead:draft:test', JSON.stringify(draft));
  render(<App forms={[form]} deps={world.open()} />);
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  expect(await screen.findByLabelText('Latitude')).toHaveProperty('value', '');
});

test('a long text says how much more there is room for, and how much is too much', async () => {
  const { person } = openForm({ story: longText({ label: 'Story', max: 20 }) });
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
  // To who hears it, only once they stop.
  const heard = story.parentElement?.querySelector('output');
  await waitFor(() => expect(heard?.textContent).toBe('You have 2 characters too many.'), {
    timeout: 3000,
  });
});

test('what may be two numbers is asked for again, and what a comma means is sent', async () => {
  const { person, press, send } = openForm({
    price: number({ label: 'Price', noun: 'the price', min: 0 }),
  });
  await person.type(screen.getByLabelText('Price'), '1,234');
  await press();
  expect(
    await screen.findByRole('link', {
      name: 'Enter the price with nothing between the thousands, like 1234 or 1.234',
    }),
  ).toBeTruthy();
  await person.clear(screen.getByLabelText('Price'));
  await person.type(screen.getByLabelText('Price'), '34,50');
  expect(await send()).toEqual({ price: 34.5 });
});

test('what is wrong with both numbers of a place is told at once', async () => {
  const { person, press } = openForm({ place: location({ label: 'Place' }) });
  await person.type(await screen.findByLabelText('Latitude'), '95,5');
  await person.type(screen.getByLabelText('Longitude'), '200');
  await press();
  expect(
    await screen.findByRole('link', {
      name: 'Enter the latitude of “Place” as degrees from -90 to 90, and the longitude as degrees from -180 to 180',
    }),
  ).toBeTruthy();
});

test('numbers below zero have a keyboard of numbers, where that has a minus', async () => {
  openForm({
    degrees: number({ label: 'Degrees' }),
    place: location({ label: 'Place' }),
  });
  await screen.findByLabelText('Latitude');
  for (const name of ['Degrees', 'Latitude', 'Longitude'])
    expect(screen.getByLabelText(name).getAttribute('inputmode')).toBe('decimal');
  cleanup();
  const phone = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; …)');
  openForm({ degrees: number({ label: 'Degrees' }) });
  expect(screen.getByLabelText('Degrees').getAttribute('inputmode')).toBeNull();
  phone.mockRestore();
});

test('a day that the browser holds back is told, and never left out in silence', async () => {
  const { person, press, send, sent } = openForm({
    name: text({ label: 'Name' }),
    born: date({ label: 'Birthday', optional: true }),
  });
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  const born = screen.getByLabelText('Birthday (optional)');
  // 02/30/2020, or 03/30 without a year: the box shows it, and has no value.
  const validity = vi.spyOn(born as HTMLInputElement, 'validity', 'get');
  validity.mockReturnValue({ badInput: true } as ValidityState);
  await press();
  expect(
    await screen.findByRole('link', { name: 'Enter “Birthday” as a real date, like 2026-03-31' }),
  ).toBeTruthy();
  expect(sent).toEqual([]);
  validity.mockRestore();
  expect(await send()).toEqual({ name: 'Mickey' });
});

test('no box takes the place of what a form in the browser has of its own', () => {
  const members = ['elements', 'nodeName', 'parentNode', 'submit', 'action', 'length', 'children'];
  const [first = '', second = '', third = '', fourth = '', ...more] = members;
  const { page } = openForm({
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

test('a date is chosen among those that can be meant', () => {
  openForm({ born: date({ label: 'Born' }), day: date({ label: 'Day', min: '1066-10-14' }) });
  expect(screen.getByLabelText('Born').getAttribute('min')).toBe('1900-01-01');
  expect(screen.getByLabelText('Born').getAttribute('max')).toBe('2100-12-31');
  expect(screen.getByLabelText('Day').getAttribute('min')).toBe('1066-10-14');
});

const direction = (label: string) => screen.getByLabelText(label).getAttribute('dir');

test('each box has the direction of what is in it, and an empty one that of the page', async () => {
  const { person } = openForm({
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

test('the world’s phone numbers are loaded by who begins to fill in a form that asks for one', async () => {
  const { person, send } = openForm({ tel: phone({ label: 'Phone' }) });
  await person.type(screen.getByLabelText('Phone'), '\u202A+49 (0)30 123456\u202C');
  expect(await send()).toEqual({ tel: '+4930123456' });
});

test('an address in letters of another script is sent as it is written', async () => {
  const { person, send } = openForm({
    mail: email({ label: 'Email' }),
    page: url({ label: 'Page' }),
  });
  await person.type(screen.getByLabelText('Email'), 'info@müller.de');
  await person.type(screen.getByLabelText('Page'), 'www.müller.de');
  expect(await send()).toEqual({ mail: 'info@müller.de', page: 'https://www.müller.de' });
});
