import type { Cloud } from '../local/cloud.ts';
import type { Outputs } from '../tools/sign-in.ts';
import { fair } from './fates.ts';
import { openLine, type Line } from './line.ts';

/** The network between an app and its cloud, as a test wants it. */
export type Weather = AsyncDisposable & {
  readonly api: Line;
  readonly cognito: Line;
  /** How often a submission or a change was sent, whether or not it arrived. */
  attempts(id: unknown): number;
  /** As on a good day. */
  clear(): Promise<void>;
};

/** The ports of both lines. */
export type Ports = { readonly api: number; readonly cognito: number };

export async function openWeather({ apiUrl, cognito }: Cloud, ports: Ports): Promise<Weather> {
  await using opened = new AsyncDisposableStack();
  const lines = {
    api: opened.use(await openLine(apiUrl, ports.api)),
    cognito: opened.use(await openLine(cognito.url, ports.cognito)),
  };
  const parts = opened.move();
  return {
    ...lines,
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

/** What the app is to be told of its cloud, so that all it asks goes through the weather. */
export function throughWeather(outputs: object, { api, cognito }: Ports): object {
  const { custom } = outputs as Outputs;
  const { formstead } = custom.API;
  const endpoint = new URL(formstead.endpoint);
  endpoint.host = `127.0.0.1:${api}`;
  return {
    ...outputs,
    custom: {
      ...custom,
      userPoolEndpoint: `http://127.0.0.1:${cognito}`,
      API: { ...custom.API, formstead: { ...formstead, endpoint: endpoint.href } },
    },
  };
}
