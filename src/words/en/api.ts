/** The page about the API. What it says of each route is the description that programs read, in English. */
export const api = {
  heading: 'API',
  lead: 'Whatever the app does, your own program can do. This is how.',
  at: 'It is at {url}, and takes and answers JSON. For programs it is described in {file}, in the words of OpenAPI 3.1.',
  whenNo: 'When it says no',
  problems:
    'An error is {type} (RFC 9457). Its {code} is for programs and never changes; {errors} says of each field what to mend.',
  whoCalls: 'Who is calling',
  token:
    'Send the id token of a signed-in person as {header}. Whose entries these are is read from it, and from nothing else.',
  copy: 'Copy my id token',
  noToken: 'Your token could not be fetched. Sign in, then try again.',
  copied: 'Copied. Whoever has it can act as you until it expires.',
  example: 'For example',
  answers: 'Answers',
  inPlace: {
    path: 'In the path.',
    query: 'In the query.',
    header: 'In the header.',
  },
  required: 'Required.',
};
