import { translateForm } from '#core/form/translate-form.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Locale } from '../locale.ts';
import { about } from './about.ts';
import { account } from './account.ts';
import { api } from './api.ts';
import { issues } from './issues.ts';
import { responsesMessages } from './responses.ts';
import { entries } from './entries.ts';
import { failures } from './failures.ts';
import { firstLoad } from './first-load.ts';
import { home } from './home.ts';
import { install } from './install.ts';
import { notFound } from './not-found.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { locationMessages } from './location.ts';
import { sent } from './sent.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';

const { yes, no, comma } = sent;
const quoted = (label: string) => `«${label}»`;

/** All of Arabic but the forms in one chunk: an Arabic speaker needs all of it. */
export const arabic: Locale = {
  language: 'ar',
  dir: 'rtl',
  messages: {
    about,
    account,
    api,
    responses: responsesMessages,
    entries,
    failures,
    firstLoad,
    home,
    install,
    notFound,
    notices,
    outbox,
    location: locationMessages,
    sent,
    settings,
    signIn,
  },
  form: (form) => translated.get(form) ?? translate(form),
  async list(forms) {
    const { texts = {} } = await translations();
    return forms.map((form) => ({ ...form, ...getOwn(texts, form.id), original: form }));
  },
};

const translated = new WeakMap<Form, Form>();

async function translate(form: Form): Promise<Form> {
  const { load = {} } = await translations();
  const translation = await getOwn(load, form.id)?.().catch(() => undefined);
  if (!translation) return form;
  const common = { issueMessages: issues, quoted, yes, no, comma };
  const inArabic = translated.get(form) ?? translateForm(form, translation, common);
  translated.set(form, inArabic);
  return inArabic;
}

/** Each form's is loaded with the form. If they are missing, offline, the forms are in their own language. */
async function translations(): Promise<Partial<typeof import('#catalogue/arabic')>> {
  return import('#catalogue/arabic').catch(() => ({}));
}
