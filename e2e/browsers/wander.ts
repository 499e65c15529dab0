import { setTimeout as wait } from 'node:timers/promises';
import { between, chanceOf, pick, type Chance } from '../delivery/chance.ts';
import { press, run, sees, type, within } from './hands.ts';
import { sendWithoutServers, type Trip } from './journey.ts';
import { databaseVersion, showsAll } from './looks.ts';

type Walk = Trip & { readonly pages: number; readonly seed: string };

/** Milliseconds in which a page shows what waits, and what was typed. */
const patience = 10_000;
/** Milliseconds, after which what was typed is certainly on the disk. */
const certainly = 1500;

const form = '/pwausers';
const paths = [form, '/outbox', `${form}/entries`];

/**
 * From page to page at random moments, forward and back, with something waiting and something half typed:
 * each page that is left may go into the back/forward cache, and whatever it was at goes with it.
 */
export async function wander(walk: Walk): Promise<void> {
  const { browser, servers, say, pages, seed } = walk;
  const chance = chanceOf(seed);
  await sendWithoutServers(walk);
  const been = [form];
  const typed = { latest: 'Minnie', isCertain: true };
  let backs = 0;
  for (let page = 1; page <= pages; page += 1) {
    const isBack = been.length > 1 && chance() < 0.3;
    if (isBack) backs += 1;
    const here = isBack ? await goBack(walk, been) : await goOn(walk, been, chance);
    await within(
      patience,
      browser,
      `page ${page} of ${pages}, ${isBack ? 'back at' : 'on to'} ${here}, with what it has to show,`,
      showsAll,
      here,
      typed.isCertain ? typed.latest : '',
    );
    const isTyping = here === form && chance() < 0.7;
    if (isTyping) await type(browser, 'First name', (typed.latest = `Minnie ${page}`));
    const rest = chance() < 0.5 ? between(chance, 0, 150) : between(chance, 0, 2500);
    if (isTyping) typed.isCertain = rest > certainly;
    await wait(rest);
  }
  const version = await run(browser, databaseVersion);
  say(`${pages} pages, ${backs} of them by going back: each showed what it had to`);
  say(`the database had to be healed ${version - 1} times on the way`);
  await servers.startAgain();
  await browser.open(`${servers.appUrl}/outbox`);
  await press(browser, 'Send now');
  await sees(browser, 'Nothing waits: everything is delivered.');
  say('the servers are back: delivered');
}

async function goOn({ browser, servers }: Trip, been: string[], chance: Chance): Promise<string> {
  const path =
    pick(
      chance,
      paths.filter((it) => it !== been.at(-1)),
    ) ?? form;
  been.push(path);
  await browser.open(servers.appUrl + path);
  return path;
}

async function goBack({ browser }: Trip, been: string[]): Promise<string> {
  been.pop();
  // Not at once: the page that is asked would be gone before it had answered.
  await run(browser, () => void setTimeout(() => history.back(), 0));
  return been.at(-1) ?? form;
}
