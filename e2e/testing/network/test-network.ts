import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { noFault } from './network-faults.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { forwardTo } from './forward-request.ts';
import type { AppOrigins } from '../app/app-origins.ts';
import { stablePort } from '../backend/stable-port.ts';

/** The network between an app and its cloud, with a proxy for each service. */
export type TestNetwork = AsyncDisposable & {
  readonly api: FaultProxy;
  readonly cognito: FaultProxy;
  /** The origins that lead an app through the proxies. */
  readonly origins: AppOrigins;
  /** How often a submission or a change was sent, whether or not it arrived. */
  attempts(id: unknown): number;
  /** Removes all faults. */
  clearFaults(): Promise<void>;
};

export async function startTestNetwork({ apiUrl, cognito }: LocalBackend): Promise<TestNetwork> {
  await using opened = new AsyncDisposableStack();
  const ports = { api: await stablePort(), cognito: await stablePort() };
  const proxies = {
    api: opened.use(await startFaultProxy(forwardTo(new URL(apiUrl).origin), ports.api)),
    cognito: opened.use(
      await startFaultProxy(forwardTo(new URL(cognito.url).origin), ports.cognito),
    ),
  };
  const parts = opened.move();
  return {
    ...proxies,
    origins: {
      api: `http://localhost:${ports.api}`,
      cognito: `http://localhost:${ports.cognito}`,
    },
    attempts: (id) => proxies.api.requests.filter(({ key }) => key === id).length,
    async clearFaults() {
      for (const proxy of Object.values(proxies)) {
        await proxy.restore();
        proxy.inject(noFault);
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
