import { translateForm } from '#core/form/translate-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { inArabic } from '#forms/in-arabic.ts';
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

/** All of Arabic in one chunk: an Arabic speaker needs all of it. */
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
  form(form) {
    const translation = getOwn(inArabic, form.id);
    return translation
      ? translateForm(form, translation, { issueMessages: issues, quoted, yes, no, comma })
      : form;
  },
};
