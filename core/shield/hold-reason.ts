/**
 * Why an entry without an account is put on hold: it is stored, and only shown to the form's owners if they ask for
 * it, until they release or erase it.
 */
export const holdReasons = [
  /** One device has sent more in this hour than the form expects of one. */
  'device-rate',
  /** One range of addresses has. */
  'range-rate',
  /** All devices together have. */
  'form-rate',
  /** It was filled in faster than anybody can read. */
  'too-fast',
  /** A field that nobody sees was filled in. */
  'honeypot',
  /** The device has not solved the entry's puzzle, as the app does. */
  'puzzle',
] as const;

export type HoldReason = (typeof holdReasons)[number];
