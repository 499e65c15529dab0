import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import { pageId } from '#core/form/form-pages.ts';
import { loadFields } from '#core/form/define-form.ts';
import { household } from '#forms/household.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { toControlValue } from '../../controls/codecs.ts';
import { pathTo, type PagePath } from '../../page-paths.ts';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import { navigate } from '../../ui/navigation.ts';
import { addressesFor } from './page-addresses.ts';
import './paged-form.tsx';

afterEach(cleanup);

type Answers = { readonly [field: string]: unknown };

const rana = { id: '018f3c2e-7b1a-7000-8000-000000000001', name: 'Rana', age: 34, work: 'own' };
const omar = { id: '018f3c2e-7b1a-7000-8000-000000000002', name: 'Omar', age: 7, school: 'yes' };

/** Forms with pages, and answers that they accept. */
const pagedForms: readonly (readonly [id: string, form: Form, answers: Answers])[] = [
  [
    'household',
    household,
    {
      governorate: 'karak',
      town: 'mutah',
      size: 2,
      people: [rana, omar],
      bedrooms: 2,
      rent: 'yes',
      price: 120.5,
      water: ['pipe', 'rain'],
    },
  ],
];

/** The answers are typed, and not passed with “Continue”. */
async function openFilledIn(form: Form, answers: Answers, without?: string) {
  await loadFields(form);
  const fixture = createAppFixture(pathTo.fill(form.id));
  fixture.signedIn();
  const deps = fixture.open();
  const values = Object.entries(form.fields)
    .filter(([name]) => Object.hasOwn(answers, name) && name !== without)
    .map(([name, { control }]) => [name, toControlValue(control, answers[name])] as const);
  const draft = { id: deps.newId(), controlValues: Object.fromEntries(values) };
  await deps.draftsFor(form).keep({ author: mickey.username, of: form.id }, draft);
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  await screen.findByText(/^Page 1 of/);
  await screen.findByRole('button', { name: 'Clear form' });
}

const path = () => window.location.pathname;
const isAt = (there: string) => waitFor(() => expect(path()).toBe(there));
const goTo = (there: PagePath) => act(async () => navigate(there));
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

/** The pages that are asked for the examples, by walking them. */
async function walk(form: Form, atEach: (passed: readonly PagePath[]) => Promise<void>) {
  const { check } = addressesFor({ form });
  const passed: PagePath[] = [];
  while (path() !== check) {
    const here = path() as PagePath;
    await atEach(passed);
    await press('Continue');
    await waitFor(() => expect(path()).not.toBe(here));
    passed.push(here);
  }
  return passed;
}

test.each(pagedForms)(
  '%s: at each page, every link lands where it should',
  async (_, form, answers) => {
    await openFilledIn(form, answers);
    const { page, check } = addressesFor({ form });
    const all = [...(form.pages ?? []).map((it) => page(pageId(it))), check];
    const passed = await walk(form, async (before) => {
      const here = path() as PagePath;
      for (const link of all) {
        await goTo(link);
        await isAt(before.includes(link) ? link : here);
      }
      await goTo(here);
    });
    for (const link of all) {
      await goTo(link);
      await isAt(passed.includes(link) ? link : check);
    }
  },
);

test.each(pagedForms)(
  '%s: every “Change” leads to its question and back',
  async (_, form, answers) => {
    await openFilledIn(form, answers);
    const { check } = addressesFor({ form });
    await walk(form, () => Promise.resolve());
    await screen.findByRole('heading', { name: 'Check your answers' });
    const links = screen.getAllByRole('link').filter((it) => it.textContent?.startsWith('Change '));
    const addresses = links.map((it) => it.getAttribute('href'));
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      const field = new URLSearchParams(address?.split('?')[1]).get('change') ?? '';
      await goTo(address as PagePath);
      await waitFor(() => expect(document.getElementById(`answer-${field}-label`)).toBeTruthy());
      await press('Continue');
      await isAt(check);
    }
  },
);

test.each(pagedForms)(
  '%s: “Back” leads through all pages to the first',
  async (_, form, answers) => {
    await openFilledIn(form, answers);
    const passed = await walk(form, () => Promise.resolve());
    for (const before of passed.toReversed()) {
      fireEvent.click(await screen.findByRole('link', { name: 'Back' }));
      await isAt(before);
    }
  },
);

test.each(pagedForms)(
  '%s: a page with an issue stays, and “Back” still works',
  async (_, form, answers) => {
    const required = (form.pages ?? []).map((page) =>
      page.fields.find((name) => form.fields[name]?.required && Object.hasOwn(answers, name)),
    );
    for (const [i, field] of required.entries()) {
      if (!field) continue;
      await openFilledIn(form, answers, field);
      for (let at = 0; at < i; at += 1) {
        const here = path();
        await press('Continue');
        await waitFor(() => expect(path()).not.toBe(here));
      }
      const here = path();
      await press('Continue');
      await screen.findByRole('alert');
      expect(path()).toBe(here);
      if (i > 0) {
        fireEvent.click(await screen.findByRole('link', { name: 'Back' }));
        await waitFor(() => expect(path()).not.toBe(here));
      }
      cleanup();
    }
  },
);
