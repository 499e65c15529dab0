import { existsSync, globSync } from 'node:fs';
import { anyFreePort } from '../../packages/amplify-local/machine/free-ports.ts';
import type { AutomatedBrowser, BrowserKind } from './automated-browser.ts';
import { startProgram } from './child-program.ts';
import { connectWebDriver } from './webdriver.ts';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
/** WebKitGTK's minimal browser; its folder is named after the architecture and the version. */
const [miniBrowser = ''] = globSync('/usr/lib/*/webkit*gtk-*/MiniBrowser');

/** The engine of Safari, in the only form that exists for Linux. */
export const webkit: BrowserKind = {
  name: 'WebKitGTK',
  packages: 'webkit2gtk-driver xvfb',
  isInstalled: () => [driver, screen, miniBrowser].every((it) => existsSync(it)),
  start: startWebKit,
};

async function startWebKit(): Promise<AutomatedBrowser> {
  await using opened = new AsyncDisposableStack();
  // It has no headless mode.
  const xvfb = opened.use(
    startProgram(screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']),
  );
  // It first prints errors about displays that are taken.
  const display = await xvfb.until(/^(\d+)\n/m);
  const port = await anyFreePort();
  opened.use(
    startProgram(driver, [`--port=${port}`], { DISPLAY: `:${display}`, ...containerEnvironment }),
  );
  const session = opened.use(
    await connectWebDriver(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    }),
  );
  const parts = opened.move();
  return {
    name: `WebKitGTK ${session.version}`,
    async open(url) {
      await session.post('url', { url });
    },
    async evaluate(expression) {
      return String(
        await session.post('execute/sync', { script: `return ${expression}`, args: [] }),
      );
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** As root in a container it can use neither its sandbox nor a graphics card. It only opens our own pages. */
const containerEnvironment = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};
