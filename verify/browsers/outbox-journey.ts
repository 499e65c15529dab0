import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import type { AutomatedBrowser } from './automated-browser.ts';
import {
  followLink,
  pressButton,
  runInPage,
  seesText,
  seesTyped,
  typeIntoField,
  until,
} from './page-actions.ts';
import { areAnswering, isServedByWorker, hasDraft, missingFeatures } from './in-page-checks.ts';
import type { StoppableServers } from './stoppable-servers.ts';

export type Journey = {
  readonly browser: AutomatedBrowser;
  readonly servers: StoppableServers;
  readonly email: string;
  /** Called after each step. */
  readonly print: (step: string) => void;
};

/** A day offline: what is sent without a network is delivered once, as soon as there is one. */
export async function outboxJourney({ browser, servers, email, print }: Journey): Promise<void> {
  const { appUrl } = servers;
  const form = `${appUrl}/pwausers`;
  await sendWithoutServers({ browser, servers, email, print });
  await browser.open(form);
  await until(browser, 'the service worker', isServedByWorker);
  await seesTyped(browser, 'First name', 'Minnie');
  print('opened again, by the service worker: the draft is there');

  await browser.open(`${appUrl}/outbox`);
  await seesText(browser, 'Saved on this device');
  await seesText(browser, 'New entry');
  print('the outbox is there');

  await servers.startAgain();
  await seesText(browser, 'Everything has been sent.');
  await seesText(browser, 'Recently sent');
  print('the servers are back: delivered, with no button pressed');

  const stored = await servers.firstNamesOf(await usernameIn(browser));
  if (stored.join() !== 'Mickey') throw new Error(`In the table: ${stored.join() || 'nothing'}.`);
  await browser.open(form);
  await seesTyped(browser, 'First name', 'Minnie');
  print('one row in the table; the draft is a draft');

  print(`missing here: ${(await runInPage(browser, missingFeatures)).join(', ') || 'nothing'}`);
}

/** Signs in, stops every server, submits one entry, and begins another. */
export async function sendWithoutServers({
  browser,
  servers,
  email,
  print,
}: Journey): Promise<void> {
  await servers.createPerson({ email, password });

  await browser.open(`${servers.appUrl}/pwausers`);
  await until(browser, 'the service worker', isServedByWorker);
  print('the service worker is active');

  await followLink(browser, 'Sign in');
  await typeIntoField(browser, 'Email address', email);
  await typeIntoField(browser, 'Password', password);
  await pressButton(browser, 'Sign in');
  await seesText(browser, 'You are signed in');
  print('signed in');

  const addresses = ['/openapi.json', servers.apiUrl];
  await until(browser, 'an answer of both', areAnswering, addresses, addresses.length);
  await servers.stop();
  await until(browser, 'silence', areAnswering, addresses, 0);
  const isOnline = await runInPage(browser, () => navigator.onLine);
  print(
    `no server answers any more; the browser believes it is ${isOnline ? 'online' : 'offline'}`,
  );

  await typeIntoField(browser, 'First name', 'Mickey');
  await typeIntoField(browser, 'Last name', 'Mouse');
  await pressButton(browser, 'Join');
  await seesText(browser, 'Saved on this device');
  await seesText(browser, 'Cannot reach the server');
  print('sent: “Saved on this device”');

  await pressButton(browser, 'Fill in another');
  await typeIntoField(browser, 'First name', 'Minnie');
  await until(browser, 'a draft on the disk', hasDraft);
}

async function usernameIn(browser: AutomatedBrowser): Promise<string> {
  const record = await runInPage(browser, () => localStorage.getItem('formstead:person'));
  return (JSON.parse(record ?? '{}') as { readonly username: string }).username;
}
