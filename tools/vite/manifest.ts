import type { ManifestOptions } from 'vite-plugin-pwa';
import { pathTo } from '../../src/page-paths.ts';

/** How the app looks and behaves when it is installed. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  start_url: pathTo.home(),
  scope: '/',
  name: 'Formstead',
  short_name: 'Formstead',
  description: 'Fill forms anywhere, signal or not. Nothing lost, nothing twice.',
  lang: 'en',
  dir: 'ltr',
  display: 'standalone',
  theme_color: '#faf8f3',
  background_color: '#faf8f3',
  categories: ['productivity', 'utilities'],
  icons: [
    { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: 'New entry', url: pathTo.home() },
    { name: 'My entries', url: pathTo.anyEntries() },
  ],
  // Opening the app again focuses the page that is open, with what is typed in it.
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
};
