/**
 * The browser for tests: the one that this machine has, or one that this script installs. `CHROME_PATH` names
 * another.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPaths = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  chromium.executablePath(),
];

/**
 * Debian's headless shell: the same Chromium without its windows, toolbars and services for profiles, which
 * take half of a short test's processor time.
 */
const shellPath = '/usr/bin/chromium-headless-shell';

/** The path of Chromium, if it is installed. */
export function findBrowser() {
  return usualPaths.find((path) => path && existsSync(path));
}

/** Installs Chromium if there is none: from Debian as root, otherwise from Playwright. */
export function installBrowser() {
  const isByRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!findBrowser()) {
    process.stdout.write('Installing Chromium, once …\n');
    if (isByRoot) installPackage('chromium');
    else run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  if (!findBrowser())
    throw new Error('No Chromium to be had: set CHROME_PATH to a Chrome of yours.');
  if (isByRoot && findBrowser() === '/usr/bin/chromium' && !existsSync(shellPath)) {
    process.stdout.write('Installing its headless shell, once …\n');
    try {
      installPackage('chromium-headless-shell');
    } catch {
      process.stdout.write('There is none, so the tests in a browser take longer.\n');
    }
  }
}

/** @param {string} name */
function installPackage(name) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** @param {string} tool @param {string[]} args */
function run(tool, args) {
  execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The list that Playwright passes. Chromium obeys only the last one, so ours repeats it: `chromium.test.ts`. */
const disabledByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * The suggestions below the address bar, which nobody sees here. They are two pages of their own, which
 * Chromium loads for every new window: a third of the processor time of a short test.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Headless, allowed as root, and quiet: without these options Chromium contacts its makers at every start. */
const quietly = [
  `--disable-features=${[...disabledByPlaywright, ...unseen].join()}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless: `FORMSTEAD_BROWSER=shell` prefers the headless shell. It has no profiles and installs no apps. */
export function launchBrowser() {
  const prefersShell = process.env['FORMSTEAD_BROWSER'] === 'shell' && !process.env['CHROME_PATH'];
  const executablePath = prefersShell && existsSync(shellPath) ? shellPath : browserPath();
  return chromium.launch({ executablePath, args: quietly });
}

/**
 * A browser with a profile, which is needed to install an app.
 * @param {string} folder @param {string[]} more
 */
export function launchProfile(folder, more = []) {
  const args = [...quietly, ...more];
  return chromium.launchPersistentContext(folder, { executablePath: browserPath(), args });
}

/**
 * The command of a browser with a profile that no test drives, unless one connects to it. `DevToolsActivePort` in its
 * folder says where.
 * @param {string} folder
 * @returns {readonly [program: string, args: readonly string[]]}
 */
export function browserCommand(folder) {
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  return [browserPath(), [...args, ...quietly, 'about:blank']];
}

function browserPath() {
  const path = findBrowser();
  if (!path) throw new Error('There is no Chromium: run npm test, or set CHROME_PATH.');
  return path;
}
