import type { TestId } from '../../tools/testing/test-ids.ts';

/**
 * Everything concrete that the five tutorials promise, and what became of it here. `npm run verify --
 * tutorials` runs the tests that show it, and fails if one is missing or fails.
 */
export type TutorialPromise = {
  readonly row: string;
  /** What the tutorial shows, in our words. */
  readonly promise: string;
} & (
  | { readonly is: 'met'; readonly shownBy: readonly TestId[] }
  | { readonly is: 'met differently'; readonly why: string; readonly shownBy: readonly TestId[] }
  | { readonly is: 'not applicable'; readonly why: string }
);

const oneTable = 'One table serves every form, so its name and key are not a form’s own.';
const oneFunction = 'One function serves every form.';

export const tutorialPromises: readonly TutorialPromise[] = [
  // Sign-ups of a progressive web app
  {
    row: '1',
    promise: 'a table PwaUsers with the key PwaUserID',
    is: 'met differently',
    why: oneTable,
    shownBy: ['table-settings'],
  },
  {
    row: '2',
    promise: 'a role with the basic execution policy and PutItem on that table alone',
    is: 'met differently',
    why: 'The one function also reads and changes entries, so it has four more actions, each needed.',
    shownBy: ['api-function-grants', 'managed-policy-logs', 'permissions-all-needed'],
  },
  {
    row: '3',
    promise: 'a Node function AddPwaUser',
    is: 'met differently',
    why: oneFunction,
    shownBy: ['function-runtime'],
  },
  {
    row: '4',
    promise: 'a test event without requestContext does not crash the function',
    is: 'met',
    shownBy: ['event-without-claims-401'],
  },
  {
    row: '5',
    promise: 'the event is answered 201 with four keys in order, readable from anywhere',
    is: 'met',
    shownBy: ['event-answered', 'submission-keys-in-order'],
  },
  {
    row: '6',
    promise: 'fname and lname go in, Firstname and Lastname come out',
    is: 'met',
    shownBy: ['pwausers-receipt'],
  },
  {
    row: '7',
    promise: 'the record is in the table',
    is: 'met',
    shownBy: ['tutorial-body-stored'],
  },
  {
    row: '8',
    promise:
      'an edge-optimized REST API, resource pwauser, POST by proxy integration, stage prod, CORS',
    is: 'met differently',
    why: 'Regional; one pair of {form} resources; stage v1; and behind sign-in, as this project asks.',
    shownBy: ['methods-require-token', 'cors-preflight'],
  },
  {
    row: '9',
    promise: 'a POST of the same JSON returns the body bare',
    is: 'met',
    shownBy: ['body-stored'],
  },
  {
    row: '10',
    promise: 'the page knows the address, posts JSON to it and shows the answer',
    is: 'met differently',
    why: 'The address comes from amplify_outputs.json instead of a script that sets a global.',
    shownBy: ['newcomer-journey', 'receipt-shown'],
  },
  {
    row: '11',
    promise: 'run the site locally, submit, see the answer',
    is: 'met',
    shownBy: ['newcomer-journey'],
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
    shownBy: ['table-settings'],
  },
  {
    row: '15',
    promise: 'a role that may put into that table',
    is: 'met differently',
    why: oneFunction,
    shownBy: ['permissions-all-needed', 'permission-missing'],
  },
  {
    row: '16',
    promise: 'RequestUnicorn takes a pickup location and the username from the claims',
    is: 'met',
    shownBy: ['event-answered'],
  },
  {
    row: '17',
    promise: '201 with RideId, Unicorn, Eta and Rider',
    is: 'met',
    shownBy: ['event-answered', 'ride-receipt'],
  },
  {
    row: '18',
    promise: 'the unicorn is one of a fleet of three',
    is: 'met',
    shownBy: ['ride-unicorn-of-three'],
  },
  {
    row: '19',
    promise: 'the ride is stored with user, unicorn and time',
    is: 'met differently',
    why: 'The pickup location is stored too; the tutorial only logged it.',
    shownBy: ['ride-stored'],
  },
  {
    row: '20',
    promise: 'without an authorizer 500, and a failing table 500 with its message',
    is: 'met differently',
    why: 'Without claims 401; a failure is 500 without the message, which would reveal the table.',
    shownBy: ['event-without-claims-401', 'crash-500'],
  },
  {
    row: '21',
    promise: 'bad JSON or no location makes the function throw',
    is: 'met differently',
    why: '400 for what is no JSON, 422 naming the location.',
    shownBy: ['bad-request-refused', 'ride-location-required'],
  },
  {
    row: '22',
    promise: 'a push deploys, another push deploys again',
    is: 'met differently',
    why: 'amplify.yml does; here it is run up to where AWS is needed.',
    shownBy: ['pipeline-deploys'],
  },
  {
    row: '23',
    promise: 'register with a repeated password, verify by a mailed code, sign in by SRP',
    is: 'met',
    shownBy: ['newcomer-journey', 'sign-up-by-email'],
  },
  {
    row: '24',
    promise: 'a page shows the token to copy',
    is: 'met',
    shownBy: ['token-copied'],
  },
  {
    row: '25',
    promise: 'a Cognito authorizer that reads Authorization',
    is: 'met',
    shownBy: ['methods-require-token'],
  },
  {
    row: '26',
    promise: 'paste the token and get access',
    is: 'met differently',
    why: 'npm run token and curl instead of the console’s test box.',
    shownBy: ['body-stored', 'bad-token-401'],
  },
  {
    row: '27',
    promise: 'POST /ride with CORS, proxy integration and the authorizer',
    is: 'met',
    shownBy: ['tutorial-body-stored', 'cors-preflight'],
  },
  {
    row: '28',
    promise:
      'who is not signed in is sent to sign in and back; a bad token never reaches the function',
    is: 'met differently',
    why: 'The form itself is open: an expired session must not stop anybody from filling it.',
    shownBy: ['signed-out-entry-sent', 'function-not-called'],
  },
  {
    row: '29',
    promise: 'a map to place a pin on, and the unicorn’s name and colour when it comes',
    is: 'met differently',
    why: 'A map of the world of our own, and tiles from elsewhere only if they are configured: it works offline and by keys. No animation.',
    shownBy: ['map-tap', 'map-arrow-keys', 'thanks-first'],
  },
  {
    row: '30',
    promise: 'a failure shows the server’s message',
    is: 'met',
    shownBy: ['problem-shown', 'offline-entry-sent'],
  },
  {
    row: '31',
    promise: 'sign out leads back to signing in',
    is: 'met',
    shownBy: ['newcomer-journey'],
  },
  {
    row: '32',
    promise: 'rides are listed for those with a special scope',
    is: 'met differently',
    why: 'For members of the group owners, by Query instead of Scan.',
    shownBy: ['owner-reads-responses', 'others-read-no-responses'],
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
    shownBy: ['function-runtime', 'table-settings'],
  },
  {
    row: '36',
    promise: 'five exact actions on one table, no wildcard, and AccessDenied without the policy',
    is: 'met differently',
    why: 'Four of the five: no DeleteItem, since an id is never forgotten; and Query on the index.',
    shownBy: [
      'api-function-grants',
      'no-wildcard-policy',
      'permissions-all-needed',
      'permission-missing',
    ],
  },
  {
    row: '37',
    promise: 'the role has the basic execution policy and the table’s',
    is: 'met',
    shownBy: ['managed-policy-logs', 'api-function-grants'],
  },
  {
    row: '38',
    promise: 'without a user 400, before anything else',
    is: 'met differently',
    why: '401, before anything else.',
    shownBy: ['empty-event-401'],
  },
  {
    row: '39',
    promise: 'get one, 404 for none, list one’s own and nobody else’s',
    is: 'met',
    shownBy: ['own-entry-read', 'own-list-only'],
  },
  {
    row: '40',
    promise: 'no title 400; bad JSON 500',
    is: 'met differently',
    why: '422 naming the title; 400 for what is no JSON.',
    shownBy: ['missing-answer-named', 'bad-request-refused'],
  },
  {
    row: '41',
    promise: '201 with an id, status pending unless given',
    is: 'met differently',
    why: 'Types are checked, and the same POST twice with one key is one item.',
    shownBy: ['event-answered', 'item-types-checked', 'submission-replayed'],
  },
  {
    row: '42',
    promise: 'delete answers {"deleted":true}, as often as it is asked',
    is: 'met differently',
    why: 'Soft, and restorable for 30 days; an entry that never was answers 404.',
    shownBy: ['withdrawn-restorable'],
  },
  {
    row: '43',
    promise: 'another method 405; a crash 500 with its text only in the log',
    is: 'met differently',
    why: 'REST v1 itself answers another method 403; the log has the crash’s name, since its text may quote answers.',
    shownBy: ['unknown-method-403', 'crash-500'],
  },
  {
    row: '44',
    promise: 'JSON on every answer, CORS on every answer, the gateway’s own too',
    is: 'met',
    shownBy: ['gateway-errors-readable', 'bad-token-401', 'problem-json-readable'],
  },
  {
    row: '45',
    promise: 'the user comes from the token, never from the query',
    is: 'met',
    shownBy: ['forged-user-ignored', 'author-from-token'],
  },
  {
    row: '46',
    promise: 'invoke with a payload, then the list has it',
    is: 'met differently',
    why: 'Through the API with npm run token, since an invocation past the gateway has no claims.',
    shownBy: ['submitted-listed'],
  },
  {
    row: '47',
    promise: 'bundle the SDK',
    is: 'met',
    shownBy: ['bundle-without-sdk'],
  },
  {
    row: '48',
    promise: 'notes with GET, POST, PUT and DELETE; an API key from a secret',
    is: 'met differently',
    why: 'The verbs are those of every form. The secret belongs to the mail function, and to no other.',
    shownBy: ['secret-of-mail-alone', 'revision-returned', 'withdrawn-restorable'],
  },
  // Products and categories
  {
    row: '49',
    promise: 'create and update, delete softly or for good, get by id or list',
    is: 'met',
    shownBy: [
      'product-accepted',
      'revision-returned',
      'erased-stays-410',
      'own-entries-listed',
      'small-copies',
    ],
  },
  {
    row: '50',
    promise: 'eight functions',
    is: 'met differently',
    why: oneFunction,
    shownBy: ['function-runtime'],
  },
  {
    row: '51',
    promise: 'images are uploaded to a bucket, resized, and deleted with their product',
    is: 'met',
    shownBy: ['files-sent', 'small-copies', 'product-pictures', 'files-erased'],
  },
  {
    row: '52',
    promise: 'full access, or better a policy of one’s own',
    is: 'met',
    shownBy: ['no-wildcard-policy'],
  },
  // Mail
  {
    row: '53',
    promise: 'a function that stores and calls an email API over HTTP, so no SES right',
    is: 'met differently',
    why: 'Storing and mailing are two functions, with the table’s stream between them.',
    shownBy: ['mail-to-author', 'mail-is-one-post', 'no-wildcard-policy'],
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
      'mail-to-author',
      'changes-send-no-mail',
      'mail-provider-down',
      'mail-not-awaited',
      'mail-not-twice',
      'mails-under-chaos',
      'secret-of-mail-alone',
    ],
  },
  // What this project adds
  {
    row: '56',
    promise:
      'Vite, REST API, table and grants declared by Amplify, ampx, Hosting, a Cognito authorizer',
    is: 'met',
    shownBy: ['pipeline-deploys', 'methods-require-token', 'app-installable'],
  },
  {
    row: '57',
    promise: 'the official recipe for a REST API',
    is: 'met differently',
    why: 'Its open CORS is kept, since tokens are no cookies; its right for people who are not signed in is not.',
    shownBy: ['no-guest-credentials'],
  },
];

/** The tests that show a promise. */
export function shownBy(promise: TutorialPromise): readonly TestId[] {
  return promise.is === 'not applicable' ? [] : promise.shownBy;
}
