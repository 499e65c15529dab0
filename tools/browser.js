/**
 * The browser the journeys run in: the one this machine has, or one this script gets.
 * `CHROME_PATH` names another.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  chromium.executablePath(),
];

/** Where Chromium is, if it is here. */
export function findBrowser() {
  return usualPlaces.find((path) => path && existsSync(path));
}

/** Gets Chromium where there is none: from Debian as root, from Playwright elsewhere. */
export function installBrowser() {
  if (findBrowser()) return;
  process.stdout.write('Installing Chromium, once …\n');
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  if (!findBrowser())
    throw new Error('No Chromium to be had: set CHROME_PATH to a Chrome of yours.');
}

/** @param {string} tool @param {string[]} args */
function run(tool, args) {
  execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Headless, as root too, and quiet: without these Chromium calls home at every start. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser() {
  return chromium.launch({ executablePath: browserPath(), args: quietly });
}

/**
 * A browser with a profile, as a person's own: only there an app can be installed.
 * @param {string} folder @param {string[]} more
 */
export function launchProfile(folder, more = []) {
  const args = [...quietly, ...more];
  return chromium.launchPersistentContext(folder, { executablePath: browserPath(), args });
}

function browserPath() {
  const path = findBrowser();
  if (!path) throw new Error('There is no Chromium: run npm test, or set CHROME_PATH.');
  return path;
}
