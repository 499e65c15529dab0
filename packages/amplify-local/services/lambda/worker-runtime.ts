/** Runs inside a function's worker thread: loads the bundle, then handles one event after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { createContext } from './invocation-context.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { loadHandler } from './load-handler.ts';
import './provide-aws-sdk.ts';

export type ToRuntime = { readonly event: string; readonly requestId: string };

export type FromRuntime =
  | { readonly kind: 'ready' | 'could not start' | 'threw' }
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'answered'; readonly payload: string };

const settings = workerData as LambdaSettings;
const postMessage = (message: FromRuntime) => parentPort?.postMessage(message, []);

// Node has read it when this thread began. The function's own environment has nothing of this machine.
delete process.env['NODE_COMPILE_CACHE'];

// A worker's pipes lose what was written just before it is stopped; its messages arrive.
for (const stream of [process.stdout, process.stderr]) stream.write = capture;

const handler = await loadHandler(settings.bundleFolder, settings.handler).catch(
  (error: unknown) => {
    console.error(errorText(error));
    postMessage({ kind: 'could not start' });
  },
);

if (handler) {
  parentPort?.on('message', ({ event, requestId }: ToRuntime) => {
    void answer(event, requestId);
  });
  postMessage({ kind: 'ready' });
}

async function answer(event: string, requestId: string): Promise<void> {
  try {
    const result = await handler?.(JSON.parse(event), createContext(settings, requestId));
    postMessage({ kind: 'answered', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    console.error(`Invoke Error ${errorText(error)}`);
    postMessage({ kind: 'threw' });
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function capture(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
  postMessage({
    kind: 'wrote',
    text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString(),
  });
  const written = rest.at(-1);
  if (typeof written === 'function') process.nextTick(written);
  return true;
}
