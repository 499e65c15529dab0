import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './tools/vite/content-security-policy.ts';
import { manifest } from './tools/vite/manifest.ts';
import { openApiFile } from './tools/vite/openapi.ts';
import { outputs } from './tools/vite/outputs.ts';
import { prerender } from './tools/vite/prerender.ts';
import { version } from './tools/vite/version.ts';
import { wellFormedForms } from './tools/vite/well-formed.ts';

/** A fifth off the sign-in page: the default minifier keeps code Amplify UI never runs. */
const small = {
  minify: 'terser',
  terserOptions: {
    // Without `reduce_funcs`: what is written once more compresses better than what is written elsewhere.
    compress: { passes: 3, ecma: 2020, reduce_funcs: false },
    format: { ecma: 2020 },
    module: true,
  },
} as const;

/** Vite's own list, and what the local cloud keeps: accounts, entries, and the key that signs tokens. */
const notServed = [
  '.env',
  '.env.*',
  '*.{crt,pem,key,p12,pfx,cer,der}',
  '.npmrc',
  '.yarnrc.yml',
  '**/.git/**',
  '**/.local/**',
];

export default defineConfig({
  // React has had it built in since 18; wouter still brings a stand-in for older ones.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  server: { fs: { deny: notServed } },
  plugins: [
    react(),
    outputs(),
    version(),
    wellFormedForms(),
    prerender(),
    contentSecurityPolicy(),
    openApiFile(),
    VitePWA({
      // Asks before it reloads: `src/shell/update-prompt.tsx`.
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest,
      // Its own, because it also delivers what waits: `src/service-worker/`.
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        // Signing in needs a network anyway, and its part is larger than all the rest. So does the
        // owner's desk, which most people never see.
        globIgnores: ['**/{authenticator,desk-page}-*', 'icons/**'],
        buildPlugins: { vite: [outputs()] },
      },
      integration: {
        configureCustomSWViteBuild(worker) {
          Object.assign(worker.build ?? {}, small);
          // What it prints otherwise is about an option that the plugin sets, and a table.
          worker.logLevel = 'error';
        },
      },
    }),
  ],
  build: {
    modulePreload: {
      // Every browser that runs the app preloads modules by itself.
      polyfill: false,
      // Names of chunks hardly compress. Only sign-in is large enough to be told its parts beforehand.
      resolveDependencies: (file, parts) => (/authenticator|\/index-/.test(file) ? parts : []),
    },
    ...small,
    rolldownOptions: {
      output: {
        // All of the first load in one file: apart, React and the app compress less well.
        codeSplitting: { groups: [{ name: 'first', test: /src\/main\.tsx$/ }] },
      },
    },
  },
  test: {
    // vitest's own choice leaves one core idle, which of two is half of them.
    maxWorkers: '100%',
    globalSetup: 'tools/test-folder.ts',
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
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: 'src/test-setup.ts',
          // One jsdom for many files: each test builds its own world, and a new jsdom takes a second.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['e2e/*.{test,prove}.ts', 'e2e/delivery/*.test.ts'],
          globalSetup: 'e2e/once.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser beside another one takes longer than vitest's second to have done a thing.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'offline',
          environment: 'node',
          include: ['e2e/offline/*.{test,prove}.ts'],
          globalSetup: 'e2e/once.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser beside another one takes longer than vitest's second to have done a thing.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
