import type { ManifestOptions } from 'vite-plugin-pwa';
import { brand } from '../../brand/brand.ts';
import { colourNamed } from '../../brand/read-theme.ts';
import { pathTo } from '../../src/page-paths.ts';

/** What the installed app is framed in, until its page says which theme was chosen. */
const paper = colourNamed('paper').light;

/** How the app looks and behaves when it is installed. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  start_url: pathTo.home(),
  scope: '/',
  name: brand.name,
  short_name: brand.name,
  description: brand.description,
  lang: 'en',
  dir: 'ltr',
  display: 'standalone',
  theme_color: paper,
  background_color: paper,
  categories: ['productivity', 'utilities'],
  icons: [
    { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: 'New entry', url: pathTo.home() },
    { name: 'My entries', url: pathTo.entries() },
  ],
  // Opening the app again focuses the page that is open, with what is typed in it.
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
};
