/**
 * What the five tutorials promise that this product follows, row by row in our own words, and what became
 * of it here. `npm run prove:seeds` runs the tests that are named and prints the outcome of every row.
 */
type Proof = readonly [file: string, test: string];

export type Row = { readonly row: number; readonly says: string } & (
  | { readonly is: 'met'; readonly by: readonly Proof[] }
  | { readonly is: 'met differently'; readonly why: string; readonly by: readonly Proof[] }
  | { readonly is: 'not applicable'; readonly why: string }
  /** Nobody has seen it yet: counts as a failure. */
  | { readonly is: 'waiting'; readonly for: string }
);

const api = (test: string): Proof => ['e2e/api.test.ts', test];
const seeds = (test: string): Proof => ['e2e/seeds.test.ts', test];
const bad = (test: string): Proof => ['e2e/bad-requests.test.ts', test];
const backend = (test: string): Proof => ['amplify/backend.test.ts', test];
const answer = (test: string): Proof => ['amplify/api/answer.test.ts', test];
const events = (test: string): Proof => ['amplify/api/seeds.test.ts', test];
const fill = (test: string): Proof => ['src/pages/fill.test.tsx', test];

const stored = (form: string) =>
  seeds(
    `${form}: the tutorial’s body, sent by a real person, is answered with its keys and stored`,
  );
const answered = (form: string) =>
  events(`${form}: the tutorial’s event is answered with its keys`);
const signInFirst = (form: string) =>
  events(`${form}: without claims the function says to sign in`);
const oneTable = backend(
  'the table is paid by request, restorable, streamed, and forgets what has expired',
);
const rights = backend(
  'the function may do what the store does, on its table, and nothing else there',
);
const noWildcards = backend('no policy of ours names every resource, or an email service');
const logsOnly = backend('a function’s one managed policy writes its logs');
const guarded = backend('every method but OPTIONS asks for a token of our user pool');
const runtime = backend('the function runs Node 24 on arm64, with its table’s name');
const protection = backend('only the production branch protects its table and its accounts');
const refusalsReadable = backend('the gateway’s own refusals can be read by a browser');
const newcomer: Proof = [
  'e2e/newcomer.test.ts',
  'a newcomer fills the form, signs up, and finds the entry in the table',
];
const deployed: Proof = [
  'e2e/deploy.test.ts',
  'Amplify’s own deployment gets as far as needing AWS',
];
const unicorn: Proof = [
  'e2e/accessible.test.ts',
  'the keyboard alone puts the pin where the person is, and a unicorn is on its way',
];
const bundled: Proof = ['e2e/bundle.test.ts', 'the function brings its own AWS SDK'];
const ownOnly = answer('people read their own entry; another’s answers as an unknown one does');
const realToken = api(
  'the tutorial’s body with a real id token is stored under the token’s username',
);

const oneTableForAll = 'One table and one function serve every form; a form is a part of the key.';
const cleanUp =
  'One command deletes everything (`npx ampx sandbox delete`, which nobody ran without an account); the branch `main` keeps its table and accounts.';

export const rows: readonly Row[] = [
  {
    row: 1,
    says: 'A table of users with a string key',
    is: 'met differently',
    why: oneTableForAll,
    by: [oneTable],
  },
  {
    row: 2,
    says: 'A role for the function: its logs, and putting into its table alone',
    is: 'met differently',
    why: 'Reading and listing are granted too, for they are routes here; each right is needed by a request.',
    by: [logsOnly, rights],
  },
  {
    row: 3,
    says: 'A function in Node.js that adds a user',
    is: 'met differently',
    why: oneTableForAll,
    by: [runtime],
  },
  {
    row: 4,
    says: 'Its test event, which has no requestContext, does not crash it',
    is: 'met differently',
    why: 'As printed it says nobody is signed in: 401. With claims it is accepted.',
    by: [signInFirst('pwausers'), answered('pwausers')],
  },
  {
    row: 5,
    says: 'The answer: 201, four keys, a 22-character id, CORS',
    is: 'met',
    by: [answered('pwausers'), stored('pwausers')],
  },
  {
    row: 6,
    says: 'Names asked differ from names answered',
    is: 'met',
    by: [['forms/pwausers.test.ts', 'the receipt has the tutorial’s four keys, in its order']],
  },
  { row: 7, says: 'The new entry is told, and is in the table', is: 'met', by: [realToken] },
  {
    row: 8,
    says: 'A REST API with CORS, POST, proxy integration and a stage',
    is: 'met differently',
    why: 'Regional, behind the user pool, stage v1; the path is the form’s id, pwausers.',
    by: [guarded, api('a browser may send what the app sends')],
  },
  {
    row: 9,
    says: 'A POST from any client is answered with the bare body',
    is: 'met differently',
    why: 'The client sends an id token; the entry’s own keys stand beside the four.',
    by: [realToken],
  },
  {
    row: 10,
    says: 'A page posts the form as JSON and shows the answer',
    is: 'met',
    by: [fill('an entry that arrives is answered with its receipt')],
  },
  { row: 11, says: 'The site runs locally and the answer can be seen', is: 'met', by: [newcomer] },
  {
    row: 12,
    says: 'Everything can be deleted again',
    is: 'met differently',
    why: cleanUp,
    by: [protection],
  },
  { row: 14, says: 'A table of rides', is: 'met differently', why: oneTableForAll, by: [oneTable] },
  {
    row: 15,
    says: 'A role for the ride function',
    is: 'met differently',
    why: oneTableForAll,
    by: [logsOnly, rights],
  },
  {
    row: 16,
    says: 'The ride’s test event, with a pickup location and a rider',
    is: 'met',
    by: [answered('ride')],
  },
  {
    row: 17,
    says: 'The answer: ride id, unicorn, eta, rider',
    is: 'met',
    by: [answered('ride'), stored('ride')],
  },
  {
    row: 18,
    says: 'The unicorn is one of a fleet of three',
    is: 'met',
    by: [
      ['forms/ride.test.ts', 'at chance 0: Angel, your White unicorn, is on her way.'],
      ['forms/ride.test.ts', 'at chance 0.34: Gil, your White unicorn, is on his way.'],
      ['forms/ride.test.ts', 'at chance 0.999: Rocinante, your Yellow unicorn, is on her way.'],
    ],
  },
  {
    row: 19,
    says: 'The ride is stored with its user, unicorn and time',
    is: 'met differently',
    why: 'The pickup location is stored too; the tutorial only logs it.',
    by: [
      stored('ride'),
      seeds('the unicorn that was told is the one that is stored, with where to fetch the rider'),
    ],
  },
  {
    row: 20,
    says: 'Without an authorizer: an error with a reference',
    is: 'met differently',
    why: '401 and not 500, as problem+json with the request id.',
    by: [signInFirst('ride')],
  },
  {
    row: 21,
    says: 'Bad JSON or no pickup location makes the tutorial’s function throw',
    is: 'met differently',
    why: '400 for what is no JSON, 422 with the field for what is missing.',
    by: [
      bad('half an object is answered 400 malformed'),
      ['forms/ride.test.ts', 'no location is asked for'],
    ],
  },
  {
    row: 22,
    says: 'git push builds and deploys',
    is: 'met differently',
    why: 'No AWS account was at hand: Amplify’s command was run up to where it needs one.',
    by: [deployed],
  },
  {
    row: 23,
    says: 'Register, verify with a mailed code, sign in by SRP',
    is: 'met differently',
    why: 'Twelve characters of any kind instead of kinds of characters.',
    by: [newcomer, backend('people sign themselves up by email, with twelve characters or more')],
  },
  {
    row: 24,
    says: 'A signed-in person can copy their token',
    is: 'met differently',
    why: 'On the page about the API, whether or not one is configured.',
    by: [['src/pages/api.test.tsx', 'who is signed in can copy their token']],
  },
  {
    row: 25,
    says: 'A user-pool authorizer that reads Authorization',
    is: 'met',
    by: [guarded, bad('a token under another name is none')],
  },
  {
    row: 26,
    says: 'The authorizer can be tried with a pasted token',
    is: 'met differently',
    why: 'The page about the API has a curl line for each route; the answer names the caller.',
    by: [
      [
        'src/pages/api.test.tsx',
        'every route of every form is there, with a call to try and what it answers',
      ],
      realToken,
    ],
  },
  {
    row: 27,
    says: 'A resource for rides with CORS, POST, proxy and the authorizer',
    is: 'met',
    by: [guarded, stored('ride'), api('a browser may send what the app sends')],
  },
  {
    row: 28,
    says: 'Who is not signed in is sent to sign in and back; a bad token is 401 without the function',
    is: 'met differently',
    why: 'The form can be filled before: sign-in is asked for when it is sent.',
    by: [
      fill('who is not signed in is asked to, and comes back to what was typed'),
      seeds('without a token the gateway answers, and the function is not asked'),
      bad('every token that is refused is answered 401 Unauthorized'),
    ],
  },
  {
    row: 29,
    says: 'A map, a pin, a button, and a sentence about the unicorn',
    is: 'met differently',
    why: 'A map without tiles, by tap, keys, device or numbers; the button complains instead of being disabled; nothing flies across the page.',
    by: [unicorn, ['src/controls/location.test.tsx', 'a tap on the map is an answer']],
  },
  {
    row: 30,
    says: 'An error is told with the server’s words',
    is: 'met',
    by: [fill('another refusal is told in the server’s words, and what was typed stays')],
  },
  {
    row: 31,
    says: 'Signing out',
    is: 'met',
    by: [
      ['src/app.test.tsx', 'signing out leaves the focus on the link to sign in again'],
      newcomer,
    ],
  },
  {
    row: 32,
    says: 'All rides, for those who may see them',
    is: 'waiting',
    for: 'responses, for the group owners',
  },
  {
    row: 33,
    says: 'A GraphQL query by unicorn',
    is: 'not applicable',
    why: 'This product is a REST API.',
  },
  {
    row: 34,
    says: 'Everything can be deleted, in order',
    is: 'met differently',
    why: cleanUp,
    by: [protection],
  },
  {
    row: 35,
    says: 'A table by user and item, its name from the environment',
    is: 'met differently',
    why: 'The user is the partition, form and id the sort key; the name does come from the environment.',
    by: [oneTable, runtime],
  },
  {
    row: 36,
    says: 'Exactly the needed actions on exactly one table',
    is: 'met',
    by: [rights, noWildcards],
  },
  {
    row: 37,
    says: 'The role has its logs and the table, nothing more',
    is: 'met',
    by: [logsOnly, rights],
  },
  {
    row: 38,
    says: 'Without a user: an error before anything else',
    is: 'met differently',
    why: '401 before any other judgement, for the user comes from the token.',
    by: [signInFirst('items'), answer('an event without anything is told to sign in')],
  },
  {
    row: 39,
    says: 'One item, 404 for another, and a list without other people’s',
    is: 'met',
    by: [ownOnly, answer('people list their own entries, newest first, a page at a time')],
  },
  {
    row: 40,
    says: 'No title is a 400; bad JSON is a 500',
    is: 'met differently',
    why: '422 that names the field, and 400 for what is no JSON.',
    by: [
      ['forms/items.test.ts', 'no title is refused, as the tutorial’s own code did not'],
      bad('half an object is answered 400 malformed'),
      bad('null is answered 422 invalid'),
    ],
  },
  {
    row: 41,
    says: 'An item: user, id, title, pending unless given, time',
    is: 'met differently',
    why: 'Types are checked, and the same item sent twice is stored once.',
    by: [
      stored('items'),
      bad('items.title: an object is answered 422 invalid'),
      api('one key sent 20 times at once, 50 rounds over: one row each, every answer 200 or 201'),
    ],
  },
  { row: 42, says: 'Deleting, as often as one likes', is: 'waiting', for: 'withdraw' },
  {
    row: 43,
    says: 'Another method is refused; an unexpected error tells nothing',
    is: 'met differently',
    why: '403 by the gateway, as REST v1 says; 500 as problem+json, its reason in the log alone.',
    by: [
      bad('PATCH pwausers is answered 403 Missing Authentication Token'),
      [
        'e2e/rights.test.ts',
        'without dynamodb:PutItem the request that needs it fails, and says why in the log',
      ],
    ],
  },
  {
    row: 44,
    says: 'JSON on every answer, CORS from function and gateway both',
    is: 'met',
    by: [
      api('a missing answer is answered 422, as problem+json a browser can read'),
      api('no token is turned away by the gateway, readably'),
      refusalsReadable,
    ],
  },
  {
    row: 45,
    says: 'Whose it is comes from the token, never from the address',
    is: 'met',
    by: [seeds('a forged userId in the address changes nothing, and in the body it is refused')],
  },
  {
    row: 46,
    says: 'What was created is in the list',
    is: 'met',
    by: [api('what was submitted can be listed and read')],
  },
  { row: 47, says: 'The function brings its own SDK', is: 'met', by: [bundled] },
  {
    row: 48,
    says: 'Notes: list, create, read, change, delete; on demand; a secret read at start',
    is: 'waiting',
    for: 'revise, withdraw, and the mail function’s secret',
  },
  {
    row: 49,
    says: 'Products: create, update, delete for good or softly, read, list',
    is: 'waiting',
    for: 'revise, withdraw and restore',
  },
  {
    row: 50,
    says: 'A function for each of these, for products and for categories',
    is: 'waiting',
    for: 'revise and withdraw; one function has every route, and a category is a field',
  },
  {
    row: 51,
    says: 'Pictures in buckets, resized',
    is: 'not applicable',
    why: 'A product links to a picture; there are no file fields yet, and no bucket.',
  },
  {
    row: 52,
    says: 'Full access to DynamoDB, or less',
    is: 'met differently',
    why: 'Less, always.',
    by: [rights, noWildcards],
  },
  {
    row: 53,
    says: 'The function calls an email API over HTTP',
    is: 'waiting',
    for: 'the confirmation mail',
  },
  {
    row: 54,
    says: 'Node 18 or 20 on x86; a policy named after another database',
    is: 'met differently',
    why: 'Node 24 on arm64, for the others are past their end; and no such name.',
    by: [runtime, noWildcards],
  },
  {
    row: 55,
    says: 'One mail for each entry, whatever the mail’s provider does',
    is: 'waiting',
    for: 'the confirmation mail',
  },
  {
    row: 56,
    says: 'Vite, React, Amplify Gen 2, REST behind Cognito, DynamoDB granted in code',
    is: 'met',
    by: [deployed, guarded, rights, newcomer],
  },
  {
    row: 57,
    says: 'Amplify’s recipe for a REST API',
    is: 'met differently',
    why: 'The same constructs; nobody who is not signed in gets AWS credentials.',
    by: [
      guarded,
      backend(
        'nobody gets AWS credentials without signing in, and no sign-in page leads elsewhere',
      ),
    ],
  },
];
