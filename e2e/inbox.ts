import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../local/cloud.ts';

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type Holder = { readonly inbox: Pick<Cloud['inbox'], 'url'> };

/** Every mail in the inbox. */
export async function mailsIn({ inbox }: Holder): Promise<readonly Mail[]> {
  const response = await fetch(new URL('/emails', inbox.url));
  return ((await response.json()) as { data: Mail[] }).data;
}

/** The mails to an address, once there are so many of them; half a minute at most. */
export async function mailsTo(cloud: Holder, email: string, count = 1): Promise<readonly Mail[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    const mails = (await mailsIn(cloud)).filter((it) => it.to.includes(email));
    if (mails.length >= count) return mails;
    await wait(100);
  }
  throw new Error(`${count} mail(s) to ${email} never arrived.`);
}

/** Until a minute is left of the hour: mails are counted by the hour of the clock. */
export async function untilHourLasts(): Promise<void> {
  const left = 3_600_000 - (Date.now() % 3_600_000);
  if (left < 60_000) await wait(left);
}

/**
 * The six-digit code in a mail to an address, as a person would read it in the inbox.
 * @param before the codes that had been mailed there before
 */
export async function codeFor(
  cloud: Holder,
  email: string,
  before: readonly string[] = [],
): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const mails = (await mailsIn(cloud)).filter((it) => it.to.includes(email));
    const codes = mails.map(({ text }) => /\d{6}/.exec(text)?.[0]);
    const code = codes.find((it) => it !== undefined && !before.includes(it));
    if (code) return code;
    await wait(100);
  }
  throw new Error('No code arrived.');
}
