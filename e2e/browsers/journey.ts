import { password } from '../person.ts';
import type { Browser } from './browser.ts';
import { follow, press, run, sees, seesTyped, type, until } from './hands.ts';
import { answer, isServedByWorker, keepsADraft, missing } from './looks.ts';
import type { Servers } from './servers.ts';

export type Trip = {
  readonly browser: Browser;
  readonly servers: Servers;
  readonly email: string;
  /** Told of each step once it is done. */
  readonly say: (step: string) => void;
};

/** A day in the field: what is sent without a network is delivered once, when there is one again. */
export async function outboxJourney({ browser, servers, email, say }: Trip): Promise<void> {
  const { appUrl } = servers;
  const form = `${appUrl}/pwausers`;
  await sendWithoutServers({ browser, servers, email, say });
  await browser.open(form);
  await until(browser, 'the service worker', isServedByWorker);
  await seesTyped(browser, 'First name', 'Minnie');
  say('opened again, by the service worker: the draft is there');

  await browser.open(`${appUrl}/outbox`);
  await sees(browser, 'Saved on this device');
  await sees(browser, 'New entry');
  say('the outbox is there');

  await servers.startAgain();
  await sees(browser, 'Nothing waits: everything is delivered.');
  await sees(browser, 'Delivered last');
  say('the servers are back: delivered, with no button pressed');

  const stored = await servers.storedFrom(await usernameIn(browser));
  if (stored.join() !== 'Mickey') throw new Error(`In the table: ${stored.join() || 'nothing'}.`);
  await browser.open(form);
  await seesTyped(browser, 'First name', 'Minnie');
  say('one row in the table; the draft is a draft');

  say(`missing here: ${(await run(browser, missing)).join(', ') || 'nothing'}`);
}

/** Signs in, loses every server, sends one entry, and has begun another. */
export async function sendWithoutServers({ browser, servers, email, say }: Trip): Promise<void> {
  await servers.createPerson({ email, password });

  await browser.open(`${servers.appUrl}/pwausers`);
  await until(browser, 'the service worker', isServedByWorker);
  say('the service worker is active');

  await follow(browser, 'Sign in');
  await type(browser, 'Email', email);
  await type(browser, 'Password', password);
  await press(browser, 'Sign in');
  await sees(browser, 'Sign out');
  say('signed in');

  const addresses = ['/openapi.json', servers.apiUrl];
  await until(browser, 'an answer of both', answer, addresses, addresses.length);
  await servers.stop();
  await until(browser, 'silence', answer, addresses, 0);
  const isOnline = await run(browser, () => navigator.onLine);
  say(`no server answers any more; the browser believes it is ${isOnline ? 'online' : 'offline'}`);

  await type(browser, 'First name', 'Mickey');
  await type(browser, 'Last name', 'Mouse');
  await press(browser, 'Join');
  await sees(browser, 'Saved on this device');
  await sees(browser, 'There is no connection to the server');
  say('sent: “Saved on this device”');

  await press(browser, 'Fill in another');
  await type(browser, 'First name', 'Minnie');
  await until(browser, 'a draft on the disk', keepsADraft);
}

async function usernameIn(browser: Browser): Promise<string> {
  const record = await run(browser, () => localStorage.getItem('formstead:person'));
  return (JSON.parse(record ?? '{}') as { readonly username: string }).username;
}
