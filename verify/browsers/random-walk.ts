import { setTimeout as wait } from 'node:timers/promises';
import { between, seededRandom, pick, type Chance } from '../../tools/testing/seeded-random.ts';
import { pressButton, runInPage, seesText, typeIntoField, within } from './page-actions.ts';
import { sendWithoutServers, type Journey } from './outbox-journey.ts';
import { databaseVersion, showsEverything } from './in-page-checks.ts';

type RandomWalk = Journey & { readonly pages: number; readonly seed: string };

/** Milliseconds within which a page shows what is queued and what was typed. */
const timeout = 10_000;
/** Milliseconds after which typed text is certainly stored. */
const untilOnDisk = 1500;

const form = '/pwausers';
const paths = [form, '/outbox', '/entries'];

/**
 * Navigates at random moments, forward and back, with something queued and something half typed: each page
 * that is left may be put into the back/forward cache together with its pending work.
 */
export async function randomWalk(walk: RandomWalk): Promise<void> {
  const { browser, servers, print, pages, seed } = walk;
  const chance = seededRandom(seed);
  await sendWithoutServers(walk);
  const visited = [form];
  const typed = { latest: 'Minnie', isCertain: true };
  let backs = 0;
  for (let page = 1; page <= pages; page += 1) {
    const isBack = visited.length > 1 && chance() < 0.3;
    if (isBack) backs += 1;
    const here = isBack ? await goBack(walk, visited) : await goForward(walk, visited, chance);
    await within(
      timeout,
      browser,
      `page ${page} of ${pages}, ${isBack ? 'back at' : 'on to'} ${here}, with what it has to show,`,
      showsEverything,
      here,
      typed.isCertain ? typed.latest : '',
    );
    const isTyping = here === form && chance() < 0.7;
    if (isTyping) await typeIntoField(browser, 'First name', (typed.latest = `Minnie ${page}`));
    const pause = chance() < 0.5 ? between(chance, 0, 150) : between(chance, 0, 2500);
    if (isTyping) typed.isCertain = pause > untilOnDisk;
    await wait(pause);
  }
  const version = await runInPage(browser, databaseVersion);
  print(`${pages} pages, ${backs} of them by going back: each showed what it had to`);
  print(`the database had to be healed ${version - 1} times on the way`);
  await servers.startAgain();
  await browser.open(`${servers.appUrl}/outbox`);
  await pressButton(browser, 'Send now');
  await seesText(browser, 'Everything has been sent.');
  print('the servers are back: delivered');
}

async function goForward(
  { browser, servers }: Journey,
  visited: string[],
  chance: Chance,
): Promise<string> {
  const path =
    pick(
      chance,
      paths.filter((it) => it !== visited.at(-1)),
    ) ?? form;
  visited.push(path);
  await browser.open(servers.appUrl + path);
  return path;
}

async function goBack({ browser }: Journey, visited: string[]): Promise<string> {
  visited.pop();
  // Delayed: otherwise the page would be gone before it could answer.
  await runInPage(browser, () => void setTimeout(() => history.back(), 0));
  return visited.at(-1) ?? form;
}
