export type Person = {
  readonly username: string;
  readonly email: string;
  /** In the group `owners`: shown the responses of everybody, which the API would refuse to others. */
  readonly isOwner?: true;
  /** Their session has ended at the other end: they fill and save as before, and sign in before it is sent. */
  readonly lapsed?: true;
};

export type SignedIn = { readonly token: string; readonly person: Person };

/** What the session asks of Amplify. It throws when Cognito cannot be reached. */
export type Identity = {
  signedIn(options: { readonly fresh: boolean }): Promise<SignedIn | undefined>;
  /** Whether somebody has ended the session whose tokens are gone: one that ran out leaves people who they are. */
  isRevoked(): Promise<boolean>;
  signOut(): Promise<void>;
  onChange(listener: (isSignedIn: boolean) => void): void;
};
