import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './tools/vite/content-security-policy.ts';
import { manifest } from './tools/vite/manifest.ts';
import { openApiFile } from './tools/vite/openapi.ts';
import { outputs } from './tools/vite/outputs.ts';

export default defineConfig({
  // React has had it built in since 18; wouter still brings a stand-in for older ones.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  plugins: [
    react(),
    outputs(),
    contentSecurityPolicy(),
    openApiFile(),
    VitePWA({
      // Asks before it reloads: `src/shell/update-prompt.tsx`.
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        // Signing in needs a network anyway, and its part is larger than all the rest.
        globIgnores: ['**/authenticator-*'],
        navigateFallback: 'index.html',
        // A person who opens it wants to read it, and not the app.
        navigateFallbackDenylist: [/^\/openapi\.json$/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    // Every browser that runs the app preloads modules by itself.
    modulePreload: { polyfill: false },
    // A fifth off the sign-in page: the default minifier keeps code Amplify UI never runs.
    minify: 'terser',
    terserOptions: { compress: { passes: 2 }, module: true },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'meaning',
          environment: 'node',
          include: ['{core,forms,amplify/api,amplify/mail}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'cloud',
          environment: 'node',
          include: ['{amplify,local,tools}/**/*.test.ts'],
          exclude: ['amplify/{api,mail}/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'pages', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
