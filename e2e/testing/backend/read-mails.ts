import { setTimeout as wait } from 'node:timers/promises';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type HasInbox = { readonly inbox: Pick<LocalBackend['inbox'], 'url'> };

/** All mails in the inbox. */
export async function mailsIn({ inbox }: HasInbox): Promise<readonly Mail[]> {
  const response = await fetch(new URL('/emails', inbox.url));
  return ((await response.json()) as { data: Mail[] }).data;
}

/** Waits until there are so many mails to an address, up to half a minute. */
export async function mailsTo(cloud: HasInbox, email: string, count = 1): Promise<readonly Mail[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    const mails = (await mailsIn(cloud)).filter((it) => it.to.includes(email));
    if (mails.length >= count) return mails;
    await wait(100);
  }
  throw new Error(`${count} mail(s) to ${email} never arrived.`);
}

/** Waits until the current hour has at least a minute left: mails are limited per hour of the clock. */
export async function untilHourHasAMinuteLeft(): Promise<void> {
  const left = 3_600_000 - (Date.now() % 3_600_000);
  if (left < 60_000) await wait(left);
}

/**
 * The six-digit code in a mail to an address, read from the inbox.
 * @param before the codes that were mailed before
 */
export async function codeFor(
  cloud: HasInbox,
  email: string,
  before: readonly string[] = [],
): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const mails = (await mailsIn(cloud)).filter((it) => it.to.includes(email));
    const codes = mails.map(({ text }) => /\d{6}/.exec(text)?.[0]);
    const code = codes.find((it) => it !== undefined && !before.includes(it));
    if (code) return code;
    await wait(100);
  }
  throw new Error('No code arrived.');
}
