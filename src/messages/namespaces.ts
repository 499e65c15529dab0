import type { about } from './en/about.ts';
import type { account } from './en/account.ts';
import type { api } from './en/api.ts';
import type { responsesMessages } from './en/responses.ts';
import type { entries } from './en/entries.ts';
import type { failures } from './en/failures.ts';
import type { firstLoad } from './en/first-load.ts';
import type { home } from './en/home.ts';
import type { install } from './en/install.ts';
import type { notFound } from './en/not-found.ts';
import type { notices } from './en/notices.ts';
import type { outbox } from './en/outbox.ts';
import type { locationMessages } from './en/location.ts';
import type { sent } from './en/sent.ts';
import type { settings } from './en/settings.ts';
import type { signIn } from './en/sign-in.ts';

/** All messages, by namespace. Each part of the app loads only its own. */
export type Messages = {
  readonly about: typeof about;
  readonly account: typeof account;
  readonly api: typeof api;
  readonly responses: typeof responsesMessages;
  readonly entries: typeof entries;
  readonly failures: typeof failures;
  readonly firstLoad: typeof firstLoad;
  readonly home: typeof home;
  readonly install: typeof install;
  readonly notFound: typeof notFound;
  readonly notices: typeof notices;
  readonly outbox: typeof outbox;
  readonly location: typeof locationMessages;
  readonly sent: typeof sent;
  readonly settings: typeof settings;
  readonly signIn: typeof signIn;
};
