import { existsSync, globSync } from 'node:fs';
import { anyFreePort } from '../../local/ports.ts';
import type { Browser, Kind } from './browser.ts';
import { startProgram } from './program.ts';
import { connectWebDriver } from './webdriver.ts';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
/** The browser WebKitGTK is tried with; its folder is named by architecture and version. */
const [miniBrowser = ''] = globSync('/usr/lib/*/webkit*gtk-*/MiniBrowser');

/** The engine of Safari, in the only shape it has on Linux. */
export const webkit: Kind = {
  name: 'WebKitGTK',
  packages: 'webkit2gtk-driver xvfb',
  isInstalled: () => [driver, screen, miniBrowser].every((it) => existsSync(it)),
  start: startWebKit,
};

async function startWebKit(): Promise<Browser> {
  await using opened = new AsyncDisposableStack();
  // It knows no headless mode.
  const xvfb = opened.use(
    startProgram(screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']),
  );
  // Where other displays are taken, it complains of them first.
  const display = await xvfb.until(/^(\d+)\n/m);
  const port = await anyFreePort();
  opened.use(startProgram(driver, [`--port=${port}`], { DISPLAY: `:${display}`, ...inAContainer }));
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

/** As root in a container it may neither make its sandbox nor use a graphics card. It opens our own pages only. */
const inAContainer = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};
