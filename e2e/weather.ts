import type { Cloud } from '../local/cloud.ts';
import { fair } from './fates.ts';
import { openLine, type Line } from './line.ts';
import type { Origins } from './origins.ts';
import { steadyPort } from './steady-port.ts';

/** The network between an app and its cloud, as a test wants it. */
export type Weather = AsyncDisposable & {
  readonly api: Line;
  readonly cognito: Line;
  /** Where an app has to look for its cloud, to go through it. */
  readonly origins: Origins;
  /** How often a submission or a change was sent, whether or not it arrived. */
  attempts(id: unknown): number;
  /** As on a good day. */
  clear(): Promise<void>;
};

export async function openWeather({ apiUrl, cognito }: Cloud): Promise<Weather> {
  await using opened = new AsyncDisposableStack();
  const ports = { api: await steadyPort(), cognito: await steadyPort() };
  const lines = {
    api: opened.use(await openLine(apiUrl, ports.api)),
    cognito: opened.use(await openLine(cognito.url, ports.cognito)),
  };
  const parts = opened.move();
  return {
    ...lines,
    origins: {
      api: `http://localhost:${ports.api}`,
      cognito: `http://localhost:${ports.cognito}`,
    },
    attempts: (id) => lines.api.calls.filter(({ key }) => key === id).length,
    async clear() {
      for (const line of Object.values(lines)) {
        await line.mend();
        line.brings(fair);
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
