import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { installOffer } from './install-offer.ts';
import { InstallSection } from './install-section.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  installOffer.offer = undefined;
});

function offerToInstall() {
  const prompt = vi.fn<() => Promise<unknown>>(async () => ({ outcome: 'accepted' }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  act(() => void window.dispatchEvent(event));
  return { prompt, event };
}

const button = () => screen.queryByRole('button', { name: `Install ${brand.name}` });

function onIos(standalone: boolean, browser = 'Version/26.0 Safari/605.1.15') {
  const userAgent = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${browser}`;
  vi.stubGlobal('navigator', { maxTouchPoints: 5, userAgent, standalone });
}

test('an offer that came before the page is kept, and the browser’s own banner is suppressed', async () => {
  const { prompt, event } = offerToInstall();
  expect(event.defaultPrevented).toBe(true);
  render(<InstallSection />);
  await userEvent
    .setup()
    .click(await screen.findByRole('button', { name: `Install ${brand.name}` }));
  expect(prompt).toHaveBeenCalledOnce();
  expect(button()).toBeNull();
});

test('a later offer shows the button, installing hides it', () => {
  render(<InstallSection />);
  expect(button()).toBeNull();
  offerToInstall();
  expect(button()).toBeTruthy();
  act(() => void window.dispatchEvent(new Event('appinstalled')));
  expect(button()).toBeNull();
});

test('Safari on iOS, which makes no offers, gets instructions, and nothing once installed', () => {
  onIos(false);
  render(<InstallSection />);
  expect(screen.getByText(/Add to Home Screen/)).toBeTruthy();
  cleanup();
  onIos(true);
  render(<InstallSection />);
  expect(document.body.textContent).toBe('');
});

test('other browsers on iOS, and desktop browsers, get no instructions that are not true there', () => {
  onIos(false, 'CriOS/140.0 Mobile Safari/604.1');
  render(<InstallSection />);
  expect(document.body.textContent).toBe('');
  cleanup();
  vi.unstubAllGlobals();
  render(<InstallSection />);
  expect(document.body.textContent).toBe('');
});

test('an installed app does not offer to be installed', () => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('standalone') }));
  offerToInstall();
  render(<InstallSection />);
  expect(button()).toBeNull();
});
