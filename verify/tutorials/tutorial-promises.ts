/**
 * Everything concrete that the five tutorials promise, and what became of it here. `npm run verify --
 * tutorials` runs the tests that show it, and fails if one is missing or fails.
 */
export type TutorialPromise = {
  readonly row: string;
  /** What the tutorial shows, in our words. */
  readonly promise: string;
} & (
  | { readonly is: 'met'; readonly shownBy: readonly NamedTest[] }
  | { readonly is: 'met differently'; readonly why: string; readonly shownBy: readonly NamedTest[] }
  | { readonly is: 'not applicable'; readonly why: string }
);

/** A test's file, and a part of its name. */
export type NamedTest = readonly [file: string, title: string];

const backend = 'amplify/backend.test.ts';
const answer = 'amplify/api/api-router.test.ts';
const changes = 'amplify/api/routes/change-routes.test.ts';
const responses = 'amplify/api/routes/response-routes.test.ts';
const event = 'amplify/api/tutorial-events.test.ts';
const live = 'e2e/api/tutorial-requests.test.ts';
const api = 'e2e/api/api-requests.test.ts';
const rights = 'e2e/security/api-function-rights.test.ts';
const newcomer = 'e2e/journeys/new-person.test.ts';
const mail = 'e2e/mail/confirmation-mail.test.ts';
const deploy = 'verify/deploy/pipeline-deploy.verify.ts';
const isolation = 'e2e/security/user-isolation.test.ts';
const fill = 'src/pages/fill/fill-page.test.tsx';

const oneTable = 'One table serves every form, so its name and key are not a form’s own.';
const oneFunction = 'One function serves every form.';

export const tutorialPromises: readonly TutorialPromise[] = [
  // Sign-ups of a progressive web app
  {
    row: '1',
    promise: 'a table PwaUsers with the key PwaUserID',
    is: 'met differently',
    why: oneTable,
    shownBy: [
      [backend, 'the table is paid per request, restorable, streamed, and deletes expired items'],
    ],
  },
  {
    row: '2',
    promise: 'a role with the basic execution policy and PutItem on that table alone',
    is: 'met differently',
    why: 'The one function also reads and changes entries, so it has four more actions, each needed.',
    shownBy: [
      [backend, 'the API function may only do what the store does, on its table'],
      [backend, 'one managed policy writes its logs'],
      [rights, 'every permission is needed by a request'],
    ],
  },
  {
    row: '3',
    promise: 'a Node function AddPwaUser',
    is: 'met differently',
    why: oneFunction,
    shownBy: [[backend, 'the function runs Node 24 on arm64, and knows its table’s name']],
  },
  {
    row: '4',
    promise: 'a test event without requestContext does not crash the function',
    is: 'met',
    shownBy: [[event, 'pwausers: without claims the function returns a 401']],
  },
  {
    row: '5',
    promise: 'the event is answered 201 with four keys in order, readable from anywhere',
    is: 'met',
    shownBy: [
      [event, 'pwausers: the tutorial’s event gets a response with its keys'],
      [answer, 'the tutorial’s submission gets a response with the tutorial’s keys, in its order'],
    ],
  },
  {
    row: '6',
    promise: 'fname and lname go in, Firstname and Lastname come out',
    is: 'met',
    shownBy: [['forms/pwausers.test.ts', 'the receipt has the tutorial’s four keys, in its order']],
  },
  {
    row: '7',
    promise: 'the record is in the table',
    is: 'met',
    shownBy: [[live, 'pwausers: the tutorial’s body, sent by a real person']],
  },
  {
    row: '8',
    promise:
      'an edge-optimized REST API, resource pwauser, POST by proxy integration, stage prod, CORS',
    is: 'met differently',
    why: 'Regional; one pair of {form} resources; stage v1; and behind sign-in, as this project asks.',
    shownBy: [
      [backend, 'every method except OPTIONS requires a token of our user pool'],
      [api, 'a browser may send what the app sends'],
    ],
  },
  {
    row: '9',
    promise: 'a POST of the same JSON returns the body bare',
    is: 'met',
    shownBy: [[api, 'the tutorial’s body with a real id token is stored']],
  },
  {
    row: '10',
    promise: 'the page knows the address, posts JSON to it and shows the answer',
    is: 'met differently',
    why: 'The address comes from amplify_outputs.json instead of a script that sets a global.',
    shownBy: [
      [newcomer, 'a newcomer fills the form'],
      [fill, 'an entry that arrives shows its receipt'],
    ],
  },
  {
    row: '11',
    promise: 'run the site locally, submit, see the answer',
    is: 'met',
    shownBy: [[newcomer, 'a newcomer fills the form']],
  },
  {
    row: '12',
    promise: 'clean-up removes everything that was made',
    is: 'not applicable',
    why: 'Needs an AWS account: npx ampx sandbox delete, or deleting the branch, removes the stacks; main keeps its table on purpose.',
  },
  // Wild Rydes
  {
    row: '14',
    promise: 'a table Rides with the key RideId',
    is: 'met differently',
    why: oneTable,
    shownBy: [
      [backend, 'the table is paid per request, restorable, streamed, and deletes expired items'],
    ],
  },
  {
    row: '15',
    promise: 'a role that may put into that table',
    is: 'met differently',
    why: oneFunction,
    shownBy: [[rights, 'without dynamodb:PutItem the request that needs it fails']],
  },
  {
    row: '16',
    promise: 'RequestUnicorn takes a pickup location and the username from the claims',
    is: 'met',
    shownBy: [[event, 'ride: the tutorial’s event gets a response with its keys']],
  },
  {
    row: '17',
    promise: '201 with RideId, Unicorn, Eta and Rider',
    is: 'met',
    shownBy: [
      [event, 'ride: the tutorial’s event gets a response with its keys'],
      ['forms/ride.test.ts', 'the receipt has the tutorial’s four keys, in its order'],
    ],
  },
  {
    row: '18',
    promise: 'the unicorn is one of a fleet of three',
    is: 'met',
    shownBy: [['forms/ride.test.ts', 'at chance']],
  },
  {
    row: '19',
    promise: 'the ride is stored with user, unicorn and time',
    is: 'met differently',
    why: 'The pickup location is stored too; the tutorial only logged it.',
    shownBy: [
      [live, 'the unicorn in the response is the one that is stored, with the pickup location'],
    ],
  },
  {
    row: '20',
    promise: 'without an authorizer 500, and a failing table 500 with its message',
    is: 'met differently',
    why: 'Without claims 401; a failure is 500 without the message, which would reveal the table.',
    shownBy: [
      [event, 'ride: without claims the function returns a 401'],
      [
        'amplify/api/handle-request.test.ts',
        'a crash is a 500 without details, and a line with the error’s name',
      ],
    ],
  },
  {
    row: '21',
    promise: 'bad JSON or no location makes the function throw',
    is: 'met differently',
    why: '400 for what is no JSON, 422 naming the location.',
    shownBy: [
      [answer, 'broken JSON is answered 400 malformed'],
      ['forms/ride.test.ts', 'is asked for'],
    ],
  },
  {
    row: '22',
    promise: 'a push deploys, another push deploys again',
    is: 'met differently',
    why: 'amplify.yml does; here it is run up to where AWS is needed.',
    shownBy: [[deploy, 'gets as far as needing AWS']],
  },
  {
    row: '23',
    promise: 'register with a repeated password, verify by a mailed code, sign in by SRP',
    is: 'met',
    shownBy: [
      [newcomer, 'a newcomer fills the form'],
      [backend, 'people sign up by email, with passwords of twelve characters or more'],
    ],
  },
  {
    row: '24',
    promise: 'a page shows the token to copy',
    is: 'met',
    shownBy: [['src/pages/api/api-page.test.tsx', 'a signed-in person can copy their token']],
  },
  {
    row: '25',
    promise: 'a Cognito authorizer that reads Authorization',
    is: 'met',
    shownBy: [[backend, 'every method except OPTIONS requires a token of our user pool']],
  },
  {
    row: '26',
    promise: 'paste the token and get access',
    is: 'met differently',
    why: 'npm run token and curl instead of the console’s test box.',
    shownBy: [
      [api, 'the tutorial’s body with a real id token is stored'],
      [api, 'no token is rejected by the gateway'],
    ],
  },
  {
    row: '27',
    promise: 'POST /ride with CORS, proxy integration and the authorizer',
    is: 'met',
    shownBy: [
      [live, 'ride: the tutorial’s body, sent by a real person'],
      [api, 'a browser may send what the app sends'],
    ],
  },
  {
    row: '28',
    promise:
      'who is not signed in is sent to sign in and back; a bad token never reaches the function',
    is: 'met differently',
    why: 'The form itself is open: an expired session must not stop anybody from filling it.',
    shownBy: [
      [
        'src/pages/fill/signed-out.test.tsx',
        'a signed-out person is asked to sign in; the entry is saved before, and sent once they have seen the account',
      ],
      [live, 'without a token the gateway answers, and the function is not called'],
    ],
  },
  {
    row: '29',
    promise: 'a map to place a pin on, and the unicorn’s name and colour when it comes',
    is: 'met differently',
    why: 'A grid of our own instead of tiles from elsewhere: it works offline and by keys. No animation.',
    shownBy: [
      ['src/controls/location/control.test.tsx', 'a tap on the map is an answer'],
      ['src/controls/location/control.test.tsx', 'the arrow keys place the pin'],
      ['src/pages/sent/receipt.test.tsx', 'the form’s thanks come before the facts'],
    ],
  },
  {
    row: '30',
    promise: 'a failure shows the server’s message',
    is: 'met',
    shownBy: [
      [fill, 'any other problem is shown in the server’s words'],
      [fill, 'without a network the entry is saved and counted, and sent once there is one'],
    ],
  },
  {
    row: '31',
    promise: 'sign out leads back to signing in',
    is: 'met',
    shownBy: [[newcomer, 'a newcomer fills the form']],
  },
  {
    row: '32',
    promise: 'rides are listed for those with a special scope',
    is: 'met differently',
    why: 'For members of the group owners, by Query instead of Scan.',
    shownBy: [
      [responses, 'an owner reads everyone’s responses, newest first, page by page'],
      [responses, 'may not read the responses'],
    ],
  },
  { row: '33', promise: 'a GraphQL query', is: 'not applicable', why: 'A REST API was asked for.' },
  {
    row: '34',
    promise: 'clean-up in a given order',
    is: 'not applicable',
    why: 'CloudFormation knows the order; it needs an AWS account.',
  },
  // Items
  {
    row: '35',
    promise: 'a table keyed by userId and itemId, its name from TABLE_NAME',
    is: 'met differently',
    why: 'Keyed by the author, then form and id; the name does come from TABLE_NAME.',
    shownBy: [
      [backend, 'the function runs Node 24 on arm64, and knows its table’s name'],
      [backend, 'the table is paid per request, restorable, streamed, and deletes expired items'],
    ],
  },
  {
    row: '36',
    promise: 'five exact actions on one table, no wildcard, and AccessDenied without the policy',
    is: 'met differently',
    why: 'Four of the five: no DeleteItem, since an id is never forgotten; and Query on the index.',
    shownBy: [
      [backend, 'the API function may only do what the store does, on its table'],
      [backend, 'no policy allows all resources, or an email service'],
      [rights, 'without dynamodb:Query the request that needs it fails'],
    ],
  },
  {
    row: '37',
    promise: 'the role has the basic execution policy and the table’s',
    is: 'met',
    shownBy: [
      [backend, 'one managed policy writes its logs'],
      [backend, 'the API function may only do what the store does, on its table'],
    ],
  },
  {
    row: '38',
    promise: 'without a user 400, before anything else',
    is: 'met differently',
    why: '401, before anything else.',
    shownBy: [[answer, 'an empty event gets a 401']],
  },
  {
    row: '39',
    promise: 'get one, 404 for none, list one’s own and nobody else’s',
    is: 'met',
    shownBy: [
      [
        answer,
        'people read their own entry; another person’s gets the same response as an unknown one',
      ],
      [isolation, 'a list contains only one’s own entries, whatever query or cursor is sent'],
    ],
  },
  {
    row: '40',
    promise: 'no title 400; bad JSON 500',
    is: 'met differently',
    why: '422 naming the title; 400 for what is no JSON.',
    shownBy: [
      [answer, 'a missing answer is reported by the name of its field'],
      [answer, 'broken JSON is answered 400 malformed'],
      [answer, 'null for answers is answered 422 invalid'],
    ],
  },
  {
    row: '41',
    promise: '201 with an id, status pending unless given',
    is: 'met differently',
    why: 'Types are checked, and the same POST twice with one key is one item.',
    shownBy: [
      [event, 'items: the tutorial’s event gets a response with its keys'],
      ['forms/items.test.ts', 'is refused, as the tutorial’s own code did not'],
      [answer, 'a repeated submission gets the first response, marked as a replay'],
    ],
  },
  {
    row: '42',
    promise: 'delete answers {"deleted":true}, as often as it is asked',
    is: 'met differently',
    why: 'Soft, and restorable for 30 days; an entry that never was answers 404.',
    shownBy: [[changes, 'a withdrawn entry is hidden, listed separately, and can be restored']],
  },
  {
    row: '43',
    promise: 'another method 405; a crash 500 with its text only in the log',
    is: 'met differently',
    why: 'REST v1 itself answers another method 403; the log has the crash’s name, since its text may quote answers.',
    shownBy: [
      [api, 'a method the path does not have is 403'],
      [
        'amplify/api/handle-request.test.ts',
        'a crash is a 500 without details, and a line with the error’s name',
      ],
    ],
  },
  {
    row: '44',
    promise: 'JSON on every answer, CORS on every answer, the gateway’s own too',
    is: 'met',
    shownBy: [
      [backend, 'browsers can read the gateway’s own errors, which have no-store and nosniff'],
      [api, 'no token is rejected by the gateway'],
      [api, 'as problem+json that a browser can read'],
    ],
  },
  {
    row: '45',
    promise: 'the user comes from the token, never from the query',
    is: 'met',
    shownBy: [
      [live, 'a forged userId is ignored in the address and refused in the body'],
      [answer, 'nothing that a caller sends can change the author of the entry'],
    ],
  },
  {
    row: '46',
    promise: 'invoke with a payload, then the list has it',
    is: 'met differently',
    why: 'Through the API with npm run token, since an invocation past the gateway has no claims.',
    shownBy: [[api, 'what was submitted can be listed and read']],
  },
  {
    row: '47',
    promise: 'bundle the SDK',
    is: 'met',
    shownBy: [['e2e/api/deployed-bundle.test.ts', '']],
  },
  {
    row: '48',
    promise: 'notes with GET, POST, PUT and DELETE; an API key from a secret',
    is: 'met differently',
    why: 'The verbs are those of every form. The secret belongs to the mail function, and to no other.',
    shownBy: [
      [backend, 'only the mail function has a secret, and the template does not contain it'],
      [changes, 'a revision returns the whole entry, with its new ETag'],
      [changes, 'a withdrawn entry is hidden, listed separately, and can be restored'],
    ],
  },
  // Products and categories
  {
    row: '49',
    promise: 'create and update, delete softly or for good, get by id or list',
    is: 'met differently',
    why: 'Through the API; there are no storage triggers.',
    shownBy: [
      ['forms/products.test.ts', 'a name, a category and a price make a product'],
      [changes, 'a revision returns the whole entry, with its new ETag'],
      [changes, 'an erased entry stays 410'],
      [answer, 'people list their own entries, newest first, page by page'],
    ],
  },
  {
    row: '50',
    promise: 'eight functions',
    is: 'met differently',
    why: oneFunction,
    shownBy: [[backend, 'the function runs Node 24 on arm64, and knows its table’s name']],
  },
  {
    row: '51',
    promise: 'buckets for images, resized',
    is: 'not applicable',
    why: 'File fields are still to come; a product has a link to its picture.',
  },
  {
    row: '52',
    promise: 'full access, or better a policy of one’s own',
    is: 'met',
    shownBy: [[backend, 'no policy allows all resources, or an email service']],
  },
  // Mail
  {
    row: '53',
    promise: 'a function that stores and calls an email API over HTTP, so no SES right',
    is: 'met differently',
    why: 'Storing and mailing are two functions, with the table’s stream between them.',
    shownBy: [
      [
        mail,
        'a submission is confirmed to its author alone, and its delivery record contains neither the text nor the address',
      ],
      [
        'amplify/mail/resend-provider.test.ts',
        'a mail is one POST with its key and the current secret',
      ],
      [backend, 'no policy allows all resources, or an email service'],
    ],
  },
  {
    row: '54',
    promise: 'a policy named after Aurora that grants DynamoDB',
    is: 'not applicable',
    why: 'A misnomer that is not worth keeping.',
  },
  {
    row: '55',
    promise: 'one mail an entry, retried, and never in the way',
    is: 'met',
    shownBy: [
      [
        mail,
        'a submission is confirmed to its author alone, and its delivery record contains neither the text nor the address',
      ],
      [mail, 'sending again, revising, withdrawing and restoring send no other mail'],
      [
        mail,
        'while the provider is down people get normal responses, and their mails when it is back',
      ],
      [mail, 'a submission never waits for the provider'],
      [mail, 'a mail whose response was lost is not sent twice'],
      [
        'e2e/mail/mails-under-chaos.test.ts',
        'with batches delivered twice, kills and a failing provider, every entry is confirmed once, and nobody gets more than ten mails an hour',
      ],
      [backend, 'only the mail function has a secret, and the template does not contain it'],
    ],
  },
  // What this project adds
  {
    row: '56',
    promise:
      'Vite, REST API, table and grants declared by Amplify, ampx, Hosting, a Cognito authorizer',
    is: 'met',
    shownBy: [
      [deploy, 'gets as far as needing AWS'],
      [backend, 'every method except OPTIONS requires a token of our user pool'],
      ['e2e/journeys/install-app.test.ts', 'the app can be installed'],
    ],
  },
  {
    row: '57',
    promise: 'the official recipe for a REST API',
    is: 'met differently',
    why: 'Its open CORS is kept, since tokens are no cookies; its right for people who are not signed in is not.',
    shownBy: [
      [
        backend,
        'nobody gets AWS credentials without signing in, and there is no hosted sign-in page',
      ],
    ],
  },
];
