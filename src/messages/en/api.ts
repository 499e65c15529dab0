/** The page about the API. The routes' descriptions come from the OpenAPI document, in English. */
export const api = {
  heading: 'API',
  lead: 'Whatever the app does, your own program can do. This is how.',
  at: 'It is at {url}, and takes and answers JSON. For programs it is described in {file}, as OpenAPI 3.1.',
  onError: 'When it says no',
  problems:
    'An error is {type} (RFC 9457). Its {code} is for programs and never changes; {errors} says what to correct in each field.',
  whoCalls: 'Who is calling',
  token:
    'Send the id token of a signed-in person as {header}. Whose entries these are is read from it, and from nothing else.',
  copy: 'Copy my id token',
  noToken: 'Your token could not be fetched. Sign in, then try again.',
  copied: 'Copied. Whoever has it can act as you until it expires.',
  example: 'For example',
  answers: 'Answers',
  parameterIn: {
    path: 'In the path.',
    query: 'In the query.',
    header: 'In the header.',
  },
  required: 'Required.',
};
