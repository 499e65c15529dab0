import { inOtherWords } from '#core/in-other-words.ts';
import { own } from '#core/own.ts';
import { inArabic } from '#forms/in-arabic.ts';
import type { Speech } from '../speech.ts';
import { about } from './about.ts';
import { account } from './account.ts';
import { api } from './api.ts';
import { complaints } from './complaints.ts';
import { desk } from './desk.ts';
import { entries } from './entries.ts';
import { failures } from './failures.ts';
import { first } from './first.ts';
import { home } from './home.ts';
import { install } from './install.ts';
import { notFound } from './not-found.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { place } from './place.ts';
import { sent } from './sent.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';

const { yes, no, comma } = sent;
const quoted = (label: string) => `«${label}»`;

/** Everything in Arabic, in one part of the app: who speaks it needs all of it. */
export const arabic: Speech = {
  language: 'ar',
  dir: 'rtl',
  rooms: {
    about,
    account,
    api,
    desk,
    entries,
    failures,
    first,
    home,
    install,
    notFound,
    notices,
    outbox,
    place,
    sent,
    settings,
    signIn,
  },
  form(form) {
    const words = own(inArabic, form.id);
    return words ? inOtherWords(form, words, { complaints, quoted, yes, no, comma }) : form;
  },
};
