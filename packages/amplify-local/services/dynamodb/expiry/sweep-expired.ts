import { setTimeout as wait } from 'node:timers/promises';
import type { Resource } from '../../../template/resource.ts';
import { expiryAttribute } from '../table-definition.ts';
import { deleteExpired } from './delete-expired.ts';

type Deps = {
  readonly engineUrl: string;
  /** As the backend declares them now. */
  readonly tables: () => readonly Resource[];
  readonly log: (line: string) => void;
};

/** Milliseconds. AWS may take two days, which is too long when developing. */
const expiryInterval = 60_000;

/** Deletes expired items again and again, as DynamoDB does by itself. A sweep of a large table takes a while. */
export function startSweeping(deps: Deps): { readonly stop: () => void } {
  const stopping = new AbortController();
  void sweepUntil(stopping.signal, deps);
  return { stop: () => stopping.abort() };
}

async function sweepUntil(signal: AbortSignal, { engineUrl, tables, log }: Deps): Promise<void> {
  while (!signal.aborted) {
    await wait(expiryInterval, undefined, { signal, ref: false }).catch(() => undefined);
    for (const resource of tables().filter(({ type }) => type === 'AWS::DynamoDB::Table')) {
      const expiry = expiryAttribute(resource);
      if (signal.aborted) return;
      if (expiry === undefined) continue;
      const now = Math.floor(Date.now() / 1000);
      await deleteExpired(engineUrl, resource.id, expiry, now).catch((error: unknown) => {
        if (!signal.aborted)
          log(`Expired items of ${resource.id} were not swept: ${String(error)}`);
      });
    }
  }
}
