import { setTimeout as wait } from 'node:timers/promises';

/** The part of WebDriver (https://www.w3.org/TR/webdriver2/) that one page needs. */
export type WebDriver = AsyncDisposable & {
  readonly version: string;
  post(command: string, body: object): Promise<unknown>;
};

type Session = {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
};

/** Creates a session, as soon as the driver listens. */
export async function connectWebDriver(driver: string, capabilities: object): Promise<WebDriver> {
  await untilDriverAnswers(driver);
  const body = { capabilities: { alwaysMatch: capabilities } };
  const session = (await callDriver('POST', `${driver}/session`, body)) as Session;
  const url = `${driver}/session/${session.sessionId}`;
  return {
    version: session.capabilities.browserVersion,
    post: (command, body) => callDriver('POST', `${url}/${command}`, body),
    async [Symbol.asyncDispose]() {
      await callDriver('DELETE', url);
    },
  };
}

async function untilDriverAnswers(driver: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${driver}/status`).catch(() => undefined)) return;
    await wait(100);
  }
  throw new Error(`Nobody answers at ${driver}.`);
}

async function callDriver(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { readonly error: string; readonly message: string };
  throw new Error(`${error}: ${message}`);
}
