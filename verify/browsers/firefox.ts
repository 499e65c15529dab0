import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBidi } from './webdriver-bidi.ts';
import type { AutomatedBrowser, BrowserKind } from './automated-browser.ts';
import { startProgram } from './child-program.ts';

const program = '/usr/bin/firefox-esr';

export const firefox: BrowserKind = {
  name: 'Firefox',
  packages: 'firefox-esr',
  isInstalled: () => existsSync(program),
  start: startFirefox,
};

type Session = { readonly capabilities: { readonly browserVersion: string } };
type Tree = { readonly contexts: readonly { readonly context: string }[] };
type Evaluated = {
  readonly result?: { readonly value: string };
  readonly exceptionDetails?: { readonly text: string };
};

async function startFirefox(): Promise<AutomatedBrowser> {
  await using opened = new AsyncDisposableStack();
  const profile = mkdtempSync(join(tmpdir(), 'formstead-firefox-'));
  opened.defer(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const firefoxProgram = opened.use(
    startProgram(program, ['--headless', '--profile', profile, '--remote-debugging-port=0']),
  );
  const bidi = opened.use(
    await connectBidi(`${await firefoxProgram.until(/BiDi listening on (ws:\S+)/)}/session`),
  );
  const { capabilities } = (await bidi.call('session.new', { capabilities: {} })) as Session;
  const { contexts } = (await bidi.call('browsingContext.getTree', {})) as Tree;
  const context = contexts[0]?.context;
  const parts = opened.move();
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    async open(url) {
      await bidi.call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = (await bidi.call('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })) as Evaluated;
      if (!result) throw new Error(exceptionDetails?.text);
      return result.value;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
