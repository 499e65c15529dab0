import { expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { toListedForm } from '#core/form/listed-form.ts';
import { WithFilling } from '../form/with-filling.tsx';
import { createFormSource } from './create-form-source.ts';

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

function createFixture() {
  const loads: string[] = [];
  let hasNetwork = true;
  const load = async (what: string, form: Form) => {
    loads.push(what);
    if (!hasNetwork) throw new TypeError('Failed to fetch dynamically imported module');
    return form;
  };
  const source = (isInPage: boolean, loadFillParts = async () => ({ WithFilling })) =>
    createFormSource({
      onlyForm: '',
      catalogue: async () => ({
        listed: [toListedForm(visit)],
        load: { visit: () => load('from the list', visit) },
      }),
      loadFillParts,
      inPage: async (id) => (isInPage && id === 'visit' ? load('in the page', visit) : undefined),
    });
  return { source, loads, setNetwork: (is: boolean) => void (hasNetwork = is) };
}

test('the form of the page’s own address is loaded without the list, and once', async () => {
  const { source, loads } = createFixture();
  const forms = source(true);
  expect(forms.opened('visit')).toBeUndefined();
  expect(await forms.open('visit')).toBe(visit);
  expect(await forms.open('visit')).toBe(visit);
  expect(forms.opened('visit')).toBe(visit);
  expect(loads).toEqual(['in the page']);
});

test('another form is loaded by the list', async () => {
  const { source, loads } = createFixture();
  expect(await source(false).open('visit')).toBe(visit);
  expect(loads).toEqual(['from the list']);
});

test('a form that could not be loaded is loaded when it is opened again', async () => {
  const { source, setNetwork } = createFixture();
  const forms = source(true);
  setNetwork(false);
  await expect(forms.open('visit')).rejects.toThrow('Failed to fetch');
  setNetwork(true);
  expect(await forms.open('visit')).toBe(visit);
});

test('a form is open once everything to fill it in has loaded', async () => {
  const { source } = createFixture();
  let load: (() => void) | undefined;
  const forms = source(
    true,
    () => new Promise((resolve) => void (load = () => resolve({ WithFilling }))),
  );
  const opening = forms.open('visit');
  await new Promise((done) => setTimeout(done));
  expect(forms.opened('visit')).toBeUndefined();
  load?.();
  expect(await opening).toBe(visit);
  expect(forms.fillParts()).toEqual({ WithFilling });
});

test.each(['ride', 'constructor', '__proto__'])('there is no form %s', async (id) => {
  expect(await createFixture().source(false).open(id)).toBeUndefined();
});
