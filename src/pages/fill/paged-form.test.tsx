import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { choice, hidden, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { navigate } from '../../ui/navigation.ts';
import type { PagePath } from '../../page-paths.ts';
import {
  createAppFixture,
  delivered,
  stored,
  type Reply,
  type Sent,
} from '../../testing/app-fixture.tsx';
import '../sent/sent-page.tsx';
import './paged-form.tsx';

afterEach(cleanup);

const options = [
  ['tap', 'A tap'],
  ['other', 'Somewhere else'],
] as const;

const form = defineForm({
  id: 'survey',
  version: 1,
  title: 'Household survey',
  action: 'Send it',
  fields: {
    name: text({ label: 'Your name' }),
    members: number({ label: 'How many of you?', whole: true, min: 1, max: 20 }),
    school: text({ label: 'Which school?' }),
    bus: text({ label: 'Which bus?', optional: true }),
    water: choice({ label: 'Where is your water from?', options }),
    where: text({ label: 'Where is that?' }),
    comment: text({ label: 'Anything else?', optional: true }),
  },
  when: { where: ({ water }) => water === 'other' },
  rules: [
    {
      at: 'members',
      broken: ({ members = 0, comment }) => comment === 'crowd' && members < 5,
      message: 'Enter how many of you there are with the crowd',
    },
  ],
  pages: [
    { title: 'People', fields: ['name', 'members'] },
    {
      title: 'School',
      fields: ['school', 'bus'],
      when: ({ members = 0 }) => members > 2,
    },
    { id: 'home', title: 'Home of {name|you}', fields: ['water', 'where'], guidance: 'Of today.' },
    { title: 'The end', fields: ['comment'] },
  ],
});

type Reaction = (sent: Sent) => Reply | Promise<Reply>;

function open(path: string, ...replies: Reaction[]) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  fixture.answers(...replies);
  return { ...fixture, ...show(fixture) };
}

function show(fixture: ReturnType<typeof createAppFixture>) {
  const page = render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  return { page, person, ...stepsOf(person) };
}

const box = (label: string) => screen.findByLabelText(label);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const answerTo = (question: string) =>
  screen.getAllByRole('term').find((it) => it.textContent === question)?.nextElementSibling
    ?.textContent;
const path = () => window.location.pathname;
const goTo = (there: string) => act(() => navigate(there as PagePath));

function fail(question: string): never {
  throw new Error(`“${question}” cannot be changed here.`);
}

function stepsOf(person: ReturnType<typeof userEvent.setup>) {
  const press = async (name: string) => person.click(await screen.findByRole('button', { name }));
  const goOn = () => press('Continue');
  const follow = async (name: string | RegExp) =>
    person.click(await screen.findByRole('link', { name }));
  /** By its text: jsdom leaves out the space between two elements of a name. */
  const change = async (question: string) => {
    const isOne = (it: HTMLElement) => it.textContent === `Change ${question}`;
    const find = () => screen.getAllByRole('link').find(isOne) ?? fail(question);
    await person.click(await waitFor(find));
  };
  /** Fills in every page, without a school. */
  async function fillIn() {
    await person.type(await box('Your name'), 'Ada');
    await person.type(await box('How many of you?'), '2');
    await goOn();
    await person.click(await box('A tap'));
    await goOn();
    await heading('The end');
    await goOn();
    await heading('Check your answers');
  }
  return { press, goOn, follow, change, fillIn };
}

test('a form with pages begins with the first, under the name of the form', async () => {
  open('/survey');
  await heading('People');
  expect(screen.getByRole('main').textContent).toMatch(/^Household survey/);
  expect(screen.getByText('Page 1 of 3')).toBeTruthy();
  expect(document.title).toBe(`People – Household survey – ${brand.name}`);
  expect(screen.queryByLabelText('A tap')).toBeNull();
});

test('“Continue” checks the questions of this page alone', async () => {
  const { person, goOn } = open('/survey');
  await goOn();
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('link')
      .map((it) => it.textContent),
  ).toEqual(['Enter “Your name”', 'Enter “How many of you?”']);
  expect(document.title).toBe(`Error: People – Household survey – ${brand.name}`);
  await waitFor(() => expect(alert.parentElement).toBe(document.activeElement));
  await person.type(await box('Your name'), 'Ada');
  await person.type(await box('How many of you?'), '2');
  await goOn();
  await heading('Home of Ada');
  expect(path()).toBe('/survey/page/home');
  // What somebody typed stays out of the history of the browser.
  expect(document.title).toBe(`Home of you – Household survey – ${brand.name}`);
  expect(document.activeElement).toBe(await heading('Home of Ada'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('all answers are checked on a page of their own, which sends them', async () => {
  const { fillIn, press, sent } = open('/survey', delivered);
  await fillIn();
  expect(path()).toBe('/survey/check');
  const rows = screen
    .getAllByRole('term')
    .map((it) => [it.textContent, it.nextElementSibling?.textContent]);
  expect(rows).toEqual([
    ['Your name', 'Ada'],
    ['How many of you?', '2'],
    ['Where is your water from?', 'A tap'],
    ['Anything else?', 'No answer'],
  ]);
  expect(sent).toEqual([]);
  await press('Send it');
  await heading('Sent');
  expect(sent[0]?.body).toEqual({ name: 'Ada', members: 2, water: 'tap' });
});

test('“Back” leads to the page before, and loses nothing', async () => {
  const { fillIn, follow, person } = open('/survey');
  await fillIn();
  await follow('Back');
  await heading('The end');
  await person.type(await box('Anything else? (optional)'), 'No');
  await follow('Back');
  await heading('Home of Ada');
  expect(await box('A tap')).toHaveProperty('checked', true);
  await follow('Back');
  expect(await box('Your name')).toHaveProperty('value', 'Ada');
  expect(path()).toBe('/survey');
  expect(screen.queryByRole('link', { name: 'Back' })).toBeNull();
  goTo('/survey/page/comment');
  expect(await box('Anything else? (optional)')).toHaveProperty('value', 'No');
});

test('a change begins at its question, and returns to the answers', async () => {
  const { fillIn, change, goOn, person } = open('/survey');
  await fillIn();
  await change('How many of you?');
  await heading('People');
  expect(document.activeElement).toBe(await box('How many of you?'));
  await person.clear(await box('How many of you?'));
  await goOn();
  await screen.findByRole('alert');
  await person.type(await box('How many of you?'), '1');
  await goOn();
  await heading('Check your answers');
  expect(answerTo('How many of you?')).toBe('1');
});

test('what a change has newly opened comes first, and then the answers again', async () => {
  const { fillIn, change, goOn, person } = open('/survey');
  await fillIn();
  await change('How many of you?');
  await person.type(await box('How many of you?'), '0');
  await goOn();
  await heading('School');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(await box('Which school?'));
  await person.type(await box('Which school?'), 'The near one');
  await goOn();
  await heading('Check your answers');
  expect(answerTo('Which school?')).toBe('The near one');
});

test('a question that a change opens on the same page is asked before going back', async () => {
  const { fillIn, change, goOn, person } = open('/survey');
  await fillIn();
  await change('Where is your water from?');
  await person.click(await box('Somewhere else'));
  await goOn();
  await screen.findByRole('alert');
  await person.type(await box('Where is that?'), 'A well');
  await goOn();
  await heading('Check your answers');
});

test('an answer that makes an earlier one wrong leads there, and says so', async () => {
  const { fillIn, change, goOn, person } = open('/survey');
  await fillIn();
  await change('Anything else?');
  await person.type(await box('Anything else? (optional)'), 'crowd');
  await goOn();
  await heading('People');
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('link').textContent).toBe(
    'Enter how many of you there are with the crowd',
  );
  await person.type(await box('How many of you?'), '0');
  await goOn();
  await heading('School');
});

test.each([
  '/survey/page/home',
  '/survey/page/comment',
  '/survey/page/nothing',
  '/survey/page/school',
  '/survey/check',
])('a link to %s leads to the first page that is not finished', async (link) => {
  open(link);
  await heading('People');
  expect(path()).toBe('/survey');
});

test('a link leads back into a draft, as far as it was finished', async () => {
  const fixture = createAppFixture('/survey');
  fixture.signedIn();
  const { person, goOn } = show(fixture);
  await person.type(await box('Your name'), 'Ada');
  await person.type(await box('How many of you?'), '2');
  await goOn();
  await heading('Home of Ada');
  await act(() => fixture.untilTyped('["name","members"]'));
  cleanup();
  for (const [link, title] of [
    ['/survey/check', 'Home of Ada'],
    ['/survey/page/comment', 'Home of Ada'],
    ['/survey/page/home', 'Home of Ada'],
    ['/survey', 'People'],
  ] as const) {
    window.history.replaceState(null, '', link);
    show(fixture);
    await heading(title);
    cleanup();
  }
});

test('whoever passes a page without typing stays where they are after a reload, with what their link said', async () => {
  const survey = defineForm({
    id: 'survey',
    version: 1,
    title: 'Survey',
    action: 'Send it',
    fields: {
      source: hidden({ label: 'Source' }),
      name: text({ label: 'Your name', optional: true }),
      street: text({ label: 'Your street' }),
    },
    pages: [
      { title: 'You', fields: ['source', 'name'] },
      { title: 'Home', fields: ['street'] },
    ],
  });
  const fixture = createAppFixture('/survey?source=poster');
  fixture.signedIn();
  fixture.answers(delivered);
  const showSurvey = () => render(<AppOfForms forms={[survey]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const { goOn, press } = stepsOf(person);
  showSurvey();
  await heading('You');
  await goOn();
  await heading('Home');
  await waitFor(async () => expect(await fixture.drafts()).toHaveLength(1));
  cleanup();
  showSurvey();
  await heading('Home');
  await person.type(await box('Your street'), 'Mill Lane');
  await goOn();
  await press('Send it');
  await waitFor(() =>
    expect(fixture.sent[0]?.body).toEqual({ source: 'poster', street: 'Mill Lane' }),
  );
});

test('how many pages there are depends on the answers, and a change of it is said', async () => {
  const { person, goOn } = open('/survey');
  await person.type(await box('Your name'), 'Ada');
  await person.type(await box('How many of you?'), '3');
  expect(screen.getByText('Page 1 of 4')).toBeTruthy();
  await goOn();
  await heading('School');
  expect(screen.getByText('Page 2 of 4')).toBeTruthy();
  expect(screen.getByText('Because of your answers, this form now has 4 pages.')).toBeTruthy();
  await person.type(await box('Which school?'), 'The near one');
  await goOn();
  await heading('Home of Ada');
  expect(screen.queryByText(/^Because of your answers/)).toBeNull();
});

test('an unsent draft can be continued where it was left', async () => {
  const fixture = createAppFixture('/survey');
  fixture.signedIn();
  const { person, goOn } = show(fixture);
  await person.type(await box('Your name'), 'Ada');
  await person.type(await box('How many of you?'), '2');
  await goOn();
  await heading('Home of Ada');
  await act(() => fixture.untilTyped('["name","members"]'));
  cleanup();
  fixture.storages.tab.forget('formstead:draft:survey');
  window.history.replaceState(null, '', '/survey');
  const { follow } = show(fixture);
  await screen.findByText('You have an unsent draft');
  await follow('Go on to “Home of Ada”');
  await heading('Home of Ada');
});

test('an issue that the server finds leads from the list of answers to its question', async () => {
  const refused: Reply = {
    status: 422,
    body: {
      code: 'invalid',
      title: 'Some answers need to be corrected',
      errors: [{ field: 'name', message: 'Enter another name' }],
    },
  };
  const { fillIn, press, follow } = open('/survey', () => refused);
  await fillIn();
  await press('Send it');
  const alert = await screen.findByRole('alert');
  expect(path()).toBe('/survey/check');
  expect(within(alert).getByRole('link').getAttribute('href')).toBe('/survey?change=name');
  await follow('Enter another name');
  await heading('People');
  expect((await box('Your name')).getAttribute('aria-invalid')).toBe('true');
});

test('“Clear form” leads back to the first page, and can be undone there', async () => {
  const { fillIn, press } = open('/survey');
  await fillIn();
  await press('Clear form');
  await heading('People');
  expect(await box('Your name')).toHaveProperty('value', '');
  await press('Undo clear');
  expect(await box('Your name')).toHaveProperty('value', 'Ada');
});

test('after sending, the next entry begins with the first page', async () => {
  const { fillIn, press } = open('/survey', delivered);
  await fillIn();
  await press('Send it');
  await press('Fill in another');
  expect(await box('Your name')).toHaveProperty('value', '');
  expect(path()).toBe('/survey');
  goTo('/survey/check');
  await heading('People');
});

const entryId = '019a0000-0000-7000-8000-000000000001';

test('an entry is changed from the list of its answers, and sent from there', async () => {
  const answers = { name: 'Ada', members: 2, water: 'tap' };
  const entry = (sent: Sent, more: object) =>
    stored(sent, { id: entryId, form: 'survey', answers, ...more });
  const { sent, change, goOn, press, person } = open(
    `/entries/survey/${entryId}/edit`,
    (it) => ({ status: 200, body: entry(it, {}) }),
    (it) => ({ status: 200, body: entry(it, { version: 2, answers: it.body }) }),
  );
  await screen.findByText('Ada');
  expect(
    screen.getAllByRole('link').filter((it) => it.textContent?.startsWith('Change ')),
  ).toHaveLength(4);
  await change('How many of you?');
  await heading('People');
  expect(path()).toBe(`/entries/survey/${entryId}/edit/name`);
  await person.type(await box('How many of you?'), '0');
  await goOn();
  await heading('School');
  await person.type(await box('Which school?'), 'The near one');
  await goOn();
  await press('Save changes');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toEqual({ ...answers, members: 20, school: 'The near one' });
});

test('a form without pages has none to link to', async () => {
  const { pages: _, ...rest } = form;
  const single = defineForm({ ...rest, id: 'single' });
  for (const link of [
    '/single/check',
    '/single/page/home',
    `/entries/single/${entryId}/edit/home`,
  ]) {
    const fixture = createAppFixture(link);
    fixture.signedIn();
    render(<AppOfForms forms={[single]} deps={fixture.open()} />);
    await heading('Page not found');
    cleanup();
  }
});
