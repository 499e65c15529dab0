import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tools/browser.js';
import { serveBuilt } from '../app.ts';
import { builtOnce } from '../built-once.ts';
import { rowsIn } from '../rows.ts';
import { openWeather, type Weather } from '../weather.ts';
import { openWorld, type World } from '../world.ts';
import type { Session } from './session.ts';

/** Where people fill in forms: a world, whatever weather a test asks for, and the app that has to go through it. */
export type Field = AsyncDisposable & {
  readonly world: World;
  readonly weather: Weather;
  readonly appUrl: string;
  readonly browser: Browser;
  /** What is in the table of somebody, past the API. */
  rowsOf(author: Author): ReturnType<typeof rowsIn>;
  /** The same in short: the first names, and how often each was sent. */
  stored(author: Author): Promise<readonly Stored[]>;
};

type Author = Pick<Session, 'username'>;

export type Stored = { readonly name: unknown; readonly attempts: number; readonly id: unknown };

/** @param served where the app is that people open, built with `builtWith`; the one built for all tests when left out */
export async function openField(served?: string): Promise<Field> {
  await using opened = new AsyncDisposableStack();
  const world = opened.use(await openWorld());
  const weather = opened.use(await openWeather(world.cloud));
  const app = opened.use(await serveBuilt(served ?? built(), { origins: weather.origins }));
  const browser = opened.adopt(await launchBrowser(), (it) => it.close());
  const parts = opened.move();
  const rowsOf = async ({ username }: Author) =>
    (await rowsIn(world.cloud)).filter((it) => it['username'] === username);
  return {
    world,
    weather,
    appUrl: app.url,
    browser,
    rowsOf,
    async stored(author) {
      return (await rowsOf(author)).map(({ id, answers }) => ({
        id,
        name: (answers as { fname?: unknown } | undefined)?.fname,
        attempts: weather.attempts(id),
      }));
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** The folder of the app that was built before the first test. */
export function built(): string {
  const it = builtOnce();
  if (it === undefined) throw new Error('Fields are for vitest, which builds the app for them.');
  return it;
}
