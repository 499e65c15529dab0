import { setTimeout as wait } from 'node:timers/promises';

/** As much of WebDriver (https://www.w3.org/TR/webdriver2/) as one page takes. */
export type WebDriver = AsyncDisposable & {
  readonly version: string;
  post(command: string, body: object): Promise<unknown>;
};

type Session = {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
};

/** Asks a driver for a browser, as soon as the driver listens. */
export async function connectWebDriver(driver: string, capabilities: object): Promise<WebDriver> {
  await answering(driver);
  const wanted = { capabilities: { alwaysMatch: capabilities } };
  const session = (await ask('POST', `${driver}/session`, wanted)) as Session;
  const url = `${driver}/session/${session.sessionId}`;
  return {
    version: session.capabilities.browserVersion,
    post: (command, body) => ask('POST', `${url}/${command}`, body),
    async [Symbol.asyncDispose]() {
      await ask('DELETE', url);
    },
  };
}

async function answering(driver: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${driver}/status`).catch(() => undefined)) return;
    await wait(100);
  }
  throw new Error(`Nobody answers at ${driver}.`);
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { readonly error: string; readonly message: string };
  throw new Error(`${error}: ${message}`);
}
