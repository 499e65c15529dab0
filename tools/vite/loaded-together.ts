/**
 * Modules that are loaded together, each group in one file with all they import. Left to itself, the bundler makes
 * a file for whatever two pages share, a hundred of them: each costs a request, and they compress less well.
 * What an earlier group has is not in a later one.
 */
export const loadedTogether = [
  // The whole first load, with the reference by which forms and most pages name an entry: split, they compress less well.
  {
    name: 'first',
    test: /src\/main\.tsx$|core\/(fields\/(text|choice)|entries\/entry-reference)\.ts$/,
    priority: 1,
  },
  // Right after it: what fills in a form.
  { name: 'second', test: /src\/app\/open-device\.ts$/ },
  // What forms, and pages that show answers, share.
  {
    name: 'answers',
    test: /\/core\/(form\/(question|current-entry)|logic\/|values\/)/,
    minShareCount: 2,
  },
  // While the browser is idle: `src/app/preload-parts.ts`, and what the frame of a page shows at times.
  {
    name: 'until-sent',
    test: /src\/(pages\/(fill\/draft-notice|sent\/sent-page)|form\/(kept-on-device|error-summary|not-delivered)|app\/(layout\/notices|update\/watch-for-updates))\.tsx?$/,
  },
  // What pages share, so that no page brings another.
  {
    name: 'shared',
    test: /\/src\/(ui|cloud\/api|catalogue|messages)\/[^/]+$|\/src\/(messages\/en\/(failures|sign-in)|pages\/entry\/(question-rows|row-list|translate-attribute)|form\/use-fields-loaded|device\/exports-folder)\.tsx?$/,
    minShareCount: 2,
  },
  { name: 'home', test: /src\/pages\/home\/home-page\.tsx$/ },
  // Signing in, and what may go wrong: preloaded by forms that need an account.
  {
    name: 'with-account',
    test: /src\/pages\/(sent\/shown-rarely|sign-in\/sign-in-page)\.tsx?$/,
  },
  // What the owners' pages share with forms of some kinds of questions, so that forms do not load the owners' pages.
  {
    name: 'location',
    test: /\/controls\/location\/(pin-slider|map\/(on-ground|map-view|map-frame|has-web-gl|location-text))\.tsx?$|\/messages\/en\/location\.ts$/,
  },
  { name: 'options', test: /\/messages\/en\/options\.ts$/ },
  { name: 'list', test: /\/core\/form\/list\.ts$/ },
  // What the page of the API has as well.
  {
    name: 'roles',
    test: /\/core\/(roles\/role|review\/review|form\/(asks-for-files|current-entry))\.ts$/,
  },
  // What owners see of the responses to a form, and of all forms.
  { name: 'owners', test: /src\/pages\/responses\/responses-page\.tsx$/ },
  // All other pages but those that few people open.
  { name: 'pages', test: /src\/app\/secondary-pages\.tsx$/ },
  // What others of the owners' pages share with each other. No device stores it for offline use: vite.config.ts.
  {
    name: 'parts-for-owners',
    test: /\/src\/(messages\/en\/responses\.ts$|pages\/responses\/(data|filters|columns|review|settings|time-zone)\/[^/]+$)/,
    minShareCount: 2,
  },
  // Whoever shares a form sees its members and deliveries, whose texts would be files of their own.
  { name: 'limits', test: /\/messages\/en\/limits\.ts$/ },
  { name: 'share-page', test: /src\/pages\/responses\/share\/share-page\.tsx$/ },
  // An entry on paper, for its author. The owners' page that prints many has its parts as well.
  { name: 'paper', test: /src\/pages\/entry\/own-entry-on-paper\.tsx$/ },
];

/**
 * The files that are requested with a file that is imported later, instead of after it. File names hardly
 * compress, so only what is awaited most lists them: sign-in, which is large.
 */
export function preloadedWith(file: string, files: string[]): string[] {
  if (!/\/(authenticator|index)-/.test(file)) return [];
  return files.filter((it) => !loadedBefore.test(it));
}

/** What fills in a form has loaded these, or is about to. */
const loadedBefore = /\/(until-sent|answers)-/;
