/** Who of the form's owners corrected the answers of an entry, and why. */
export type Correction = {
  /** The owner: their username, and their account's address if it is verified. Authors do not see them. */
  readonly by: string;
  readonly email?: string;
  /** What the author should know. */
  readonly reason: string;
};
