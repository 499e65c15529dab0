import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { StartSlowFilesFirst } from './tools/testing/start-slow-files-first.ts';
import { testIds } from './tools/testing/test-ids.ts';
import { checkLooks } from './tools/vite/check-looks.ts';
import { checkForms } from './tools/vite/check-forms-plugin.ts';
import { catalogue } from './tools/vite/catalogue.ts';
import { embedHeaders } from './tools/vite/embed-headers.ts';
import { brandInPage } from './tools/vite/brand-in-page.ts';
import { withoutUnusedMap } from './tools/vite/files-of-the-map.ts';
import { contentSecurityPolicy } from './tools/vite/content-security-policy.ts';
import { loadedTogether, preloadedWith } from './tools/vite/loaded-together.ts';
import { manifest } from './tools/vite/manifest.ts';
import { openApiFile } from './tools/vite/openapi-plugin.ts';
import { outputs } from './tools/vite/outputs-plugin.ts';
import { reactAsModules } from './tools/vite/react-as-modules.ts';
import { prerender } from './tools/vite/prerender.ts';
import { version } from './tools/vite/version-plugin.ts';
import { lateParts } from './tools/vite/late-parts.ts';
import { withoutFacades } from './tools/vite/without-facades.ts';

/** Terser makes the sign-in page a fifth smaller: Vite's default minifier keeps code that Amplify UI never runs. */
const small = {
  minify: 'terser',
  terserOptions: {
    // Without `reduce_funcs`: inlined functions compress better than functions defined elsewhere.
    compress: { passes: 3, ecma: 2020, reduce_funcs: false },
    format: { ecma: 2020 },
    module: true,
  },
} as const;

/** Settings of every project that starts a local cloud and a browser. */
const endToEnd = {
  environment: 'node',
  globalSetup: 'e2e/testing/app/global-setup.ts',
  setupFiles: 'e2e/testing/browser/journey-test-setup.ts',
  testTimeout: 240_000,
  hookTimeout: 240_000,
} as const;

/** Half the processor time; tests with a profile and `npm run verify` use the whole Chromium. */
const inHeadlessShell = { env: { FORMSTEAD_BROWSER: 'shell' } } as const;

/** Vite's defaults, plus the data of the local cloud: accounts, entries, and the key that signs tokens. */
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
  // React has had it built in since 18; wouter still ships a shim for older versions.
  resolve: {
    alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' }],
  },
  server: { fs: { deny: notServed } },
  plugins: [
    react(),
    reactAsModules(),
    brandInPage(),
    outputs(),
    catalogue(),
    version(),
    checkForms(),
    checkLooks(),
    embedHeaders(),
    withoutFacades(),
    lateParts(),
    prerender(),
    contentSecurityPolicy(),
    openApiFile(),
    VitePWA({
      // Asks before it reloads: `src/app/update/update-prompt.tsx`.
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest,
      // Our own service worker, because it also delivers queued changes: `src/service-worker/`.
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webp,jpg}', 'assets/*.json'],
        manifestTransforms: [withoutUnusedMap],
        // Signing in needs a network anyway, and its chunk is larger than all the others together. So do the
        // owners' pages, which most people never see.
        globIgnores: [
          '**/{authenticator,owners,responses-page,parts-for-owners,share-page,deliveries-page,printed-page,correct-page,response-versions,comments-part,assign-part,members-part,saved-views-panel,crossed-questions,text-answers,question-choice,paint-element,write-workbook}-*',
          'icons/**',
        ],
        buildPlugins: { vite: [outputs(), catalogue()] },
      },
      integration: {
        configureCustomSWViteBuild(worker) {
          Object.assign(worker.build ?? {}, small);
          // Instead of `inlineDynamicImports`, which the plugin sets and the bundler calls deprecated.
          const { output } = worker.build?.rollupOptions ?? {};
          Object.assign(output ?? {}, { inlineDynamicImports: undefined, codeSplitting: false });
          // Hides a table of files.
          worker.logLevel = 'error';
        },
      },
    }),
  ],
  build: {
    modulePreload: {
      // Every browser that can run the app supports module preload.
      polyfill: false,
      resolveDependencies: preloadedWith,
    },
    ...small,
    rolldownOptions: {
      // So that a form loads the kinds of fields it uses, not all that `core/fields/index.ts` lists.
      treeshake: { moduleSideEffects: [{ test: /\/core\//, sideEffects: false }] },
      // Whoever runs the app learns nothing from how long each plugin took.
      checks: { bundlerTimings: false },
      output: {
        // Hosts know what a `.js` file is, and not all of them what a `.mjs` file is.
        assetFileNames: ({ names: [name = ''] }) =>
          `assets/[name]-[hash]${name.endsWith('.mjs') ? '.js' : '[extname]'}`,
        codeSplitting: { groups: loadedTogether },
      },
    },
  },
  test: {
    // Three more than there are cores, since tests in a browser wait half of their time: with one more, a machine
    // with two cores was idle for a third of it.
    maxWorkers: availableParallelism() + 3,
    sequence: { sequencer: StartSlowFilesFirst },
    tags: testIds.map((name) => ({ name })),
    globalSetup: 'tools/testing/temporary-folder.ts',
    // Ends a test that hangs. How long one takes on a busy machine is no test: some that start vitest themselves have
    // taken 86 seconds.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // Ends a wait for what never comes. On a busy machine what does come may take long.
    expect: { poll: { timeout: 50_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'meaning',
          environment: 'node',
          include: [
            '{brand,core,forms,amplify/api,amplify/counts,amplify/events,amplify/mail,e2e/forms}/**/*.test.ts',
          ],
          // Pure functions, which need no process of their own.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'cloud',
          environment: 'node',
          include: ['{amplify,dev,packages,tools,verify}/**/*.test.ts'],
          exclude: ['amplify/{api,counts,events,mail}/**'],
          // Each closes what it starts, and a process of its own would import AWS's clients anew.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: 'src/testing/page-test-setup.ts',
          // Without intervals: jsdom draws all frames by one. If it begins while a test has fake timers, no frame ever comes.
          fakeTimers: { toFake: ['setTimeout', 'clearTimeout', 'Date'] },
          // One jsdom for many files: a new one takes a second, and each test builds its own app anyway.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...endToEnd,
          ...inHeadlessShell,
          name: 'journeys',
          include: ['e2e/{journeys,api,mail,security,npm-start,testing}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...endToEnd,
          ...inHeadlessShell,
          name: 'offline',
          include: ['e2e/offline/**/*.test.ts'],
        },
      },
      // Too long for every push: `npm run verify`.
      {
        extends: true,
        test: { ...endToEnd, name: 'verify', include: ['verify/**/*.verify.ts'] },
      },
    ],
  },
});
