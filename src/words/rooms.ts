import type { about } from './en/about.ts';
import type { account } from './en/account.ts';
import type { api } from './en/api.ts';
import type { desk } from './en/desk.ts';
import type { entries } from './en/entries.ts';
import type { failures } from './en/failures.ts';
import type { first } from './en/first.ts';
import type { home } from './en/home.ts';
import type { install } from './en/install.ts';
import type { notFound } from './en/not-found.ts';
import type { notices } from './en/notices.ts';
import type { outbox } from './en/outbox.ts';
import type { place } from './en/place.ts';
import type { sent } from './en/sent.ts';
import type { settings } from './en/settings.ts';
import type { signIn } from './en/sign-in.ts';

/** Everything the app says, by where it says it: each part of the app loads its own. */
export type Rooms = {
  readonly about: typeof about;
  readonly account: typeof account;
  readonly api: typeof api;
  readonly desk: typeof desk;
  readonly entries: typeof entries;
  readonly failures: typeof failures;
  readonly first: typeof first;
  readonly home: typeof home;
  readonly install: typeof install;
  readonly notFound: typeof notFound;
  readonly notices: typeof notices;
  readonly outbox: typeof outbox;
  readonly place: typeof place;
  readonly sent: typeof sent;
  readonly settings: typeof settings;
  readonly signIn: typeof signIn;
};
