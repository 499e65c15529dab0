/** The page about the API. The routes' descriptions come from the OpenAPI document, in English. */
export const api = {
  heading: 'API',
  lead: 'Your own programs can do everything that this app does.',
  at: 'The API is at {url}. Requests and responses are JSON. {file} describes it as OpenAPI 3.1.',
  onError: 'Errors',
  problems:
    'Errors are sent as {type} (RFC 9457). {code} is for programs and never changes; {errors} says what to correct in each field.',
  whoCalls: 'Authentication',
  token:
    'Send the ID token of a signed-in person as {header}. It alone decides whose entries a request can read and change.',
  copy: 'Copy my ID token',
  noToken: 'Could not load your token. Sign in, then try again.',
  copied: 'Copied. Anyone who has this token can act as you until it expires.',
  form: 'Form',
  example: 'Example',
  answers: 'Answers',
  parameterIn: {
    path: 'In the path.',
    query: 'In the query.',
    header: 'In the header.',
  },
  required: 'Required.',
};
