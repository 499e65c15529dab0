import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { early } from './early.ts';
import { Install } from './install.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  early.offer = undefined;
});

function offerToInstall() {
  const prompt = vi.fn<() => Promise<unknown>>(async () => ({ outcome: 'accepted' }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  act(() => void window.dispatchEvent(event));
  return { prompt, event };
}

const button = () => screen.queryByRole('button', { name: 'Install Formstead' });

function onIos(standalone: boolean, browser = 'Version/26.0 Safari/605.1.15') {
  const userAgent = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${browser}`;
  vi.stubGlobal('navigator', { maxTouchPoints: 5, userAgent, standalone });
}

test('an offer that came before the page did is not lost, and the browser shows none of its own', async () => {
  const { prompt, event } = offerToInstall();
  expect(event.defaultPrevented).toBe(true);
  render(<Install />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Install Formstead' }));
  expect(prompt).toHaveBeenCalledOnce();
  expect(button()).toBeNull();
});

test('an offer that comes later makes the button appear, installing makes it go', () => {
  render(<Install />);
  expect(button()).toBeNull();
  offerToInstall();
  expect(button()).toBeTruthy();
  act(() => void window.dispatchEvent(new Event('appinstalled')));
  expect(button()).toBeNull();
});

test('Safari on a phone is told how, as it offers nothing; where it is installed, nothing is said', () => {
  onIos(false);
  render(<Install />);
  expect(screen.getByText(/Add to Home Screen/)).toBeTruthy();
  cleanup();
  onIos(true);
  render(<Install />);
  expect(document.body.textContent).toBe('');
});

test('other browsers on a phone of that make, and browsers on a desk, are told nothing that is not so', () => {
  onIos(false, 'CriOS/140.0 Mobile Safari/604.1');
  render(<Install />);
  expect(document.body.textContent).toBe('');
  cleanup();
  vi.unstubAllGlobals();
  render(<Install />);
  expect(document.body.textContent).toBe('');
});

test('an app that is installed offers no installing', () => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('standalone') }));
  offerToInstall();
  render(<Install />);
  expect(button()).toBeNull();
});
