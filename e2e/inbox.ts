import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../local/cloud.ts';

type Mails = { data: { to: string[]; text: string }[] };

/** The six-digit code in the newest mail to an address, as a person would read it in the inbox. */
export async function codeFor(cloud: Cloud, email: string): Promise<string> {
  const mails = new URL('/emails', cloud.inbox.url);
  for (let tries = 0; tries < 50; tries += 1) {
    const { data } = (await (await fetch(mails)).json()) as Mails;
    const newest = data.find((it) => it.to.includes(email));
    const code = /\d{6}/.exec(newest?.text ?? '')?.[0];
    if (code) return code;
    await wait(100);
  }
  throw new Error('No code arrived.');
}
