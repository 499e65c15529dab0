/**
 * One word per thing: words that this project once used in a sense of its own, each with the usual word to use
 * instead. `plain-names.js` checks identifiers against this list, `../file-names.js` the names of files.
 */

/** Words that no identifier may contain, each with the words to use instead. @type {Readonly<Record<string, string>>} */
export const insteadOf = {
  told: 'ApiEntry for an entry as the API sends it; notified, shown',
  held: 'control value; paused, locked',
  stand: 'status',
  standing: 'status',
  deed: 'action, change',
  deeds: 'actions, changes',
  judge: 'check, toResult',
  judged: 'checked',
  lapse: 'expire',
  lapsed: 'expired',
  parcel: 'change, QueuedChange',
  parcels: 'changes',
  complaint: 'issue',
  complaints: 'issues',
  refusal: 'problem (of the server), failure (of the network), denial (of IAM)',
  refusals: 'problems, failures, denials',
  asked: 'requested; RequestContext',
  desk: 'responses (the page), local (the laptop)',
  speech: 'locale',
  words: 'messages, text, label',
  room: 'folder, storage space, namespace',
  rooms: 'folders, namespaces',
  place: 'what it is: position, cursor, location, environment',
  places: 'what they are: positions, locations',
  deployable: 'permissions',
  fate: 'fault',
  fates: 'faults',
  weather: 'network',
  world: 'fixture, backend',
  worlds: 'fixtures',
  forgetful: 'what it loses',
  retold: 'repeated',
  prove: 'verify',
  proves: 'verifies',
  proof: 'verification',
  seeds: 'tutorials',
  letter: 'message, character',
  letters: 'messages, characters',
  marker: 'delivery record',
  markers: 'delivery records',
  rested: 'idle',
  rests: 'idle, retryAt',
  drainer: 'delivery queue',
  drained: 'flushed',
  stuck: 'blocked',
  anew: 'again; force',
  mended: 'fixed',
};

/** Base names that say nothing about what is in the file. */
// oxfmt-ignore
export const emptyFileNames = new Set([
  ...Object.keys(insteadOf),
  'answer', 'author', 'attend', 'call', 'common', 'handle', 'helpers', 'hands', 'known', 'life',
  'line', 'lines', 'look', 'mean', 'once', 'say', 'sent', 'served', 'shared', 'turns', 'utils',
]);

/** Base names that many folders have: the folder says of what. */
// oxfmt-ignore
export const sameInEachFolder = new Set([
  'resource', 'handler', 'index', 'service', 'control', 'codec', 'chart', 'filter', 'messages', 'package',
  'tsconfig', 'README', 'backend', 'vite.config',
]);
