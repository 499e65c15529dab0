import type { PasswordPolicy } from '../sign-in/password-policy.ts';

/** The settings of the pool, its app clients and its groups, from the template. */
export type PoolSettings = PoolRules & {
  readonly clients: readonly ClientSettings[];
  /** In order of precedence, highest first. */
  readonly groups: readonly GroupSettings[];
};

/** Lifetimes here and below are milliseconds. */
export type PoolRules = {
  readonly poolId: string;
  readonly selfSignUp: boolean;
  readonly caseSensitive: boolean;
  readonly attributes: readonly AttributeRule[];
  readonly passwordPolicy: PasswordPolicy;
  readonly temporaryPasswordValidity: number;
  readonly verifiesEmail: boolean;
  /** Whether a new address replaces the old one only once it is verified. */
  readonly keepsEmailUntilVerified: boolean;
  readonly recovery: 'verified_email' | 'admin_only';
  readonly verificationMessage: Message;
  readonly invitation: Message;
};

export type Message = { readonly subject: string; readonly text: string };

export type ClientSettings = {
  readonly id: string;
  /** Such as `USER_SRP_AUTH`, without `ALLOW_`. */
  readonly authFlows: readonly string[];
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
  /** Set if each refresh token can be used once: how long a used one is still accepted. */
  readonly rotation: { readonly grace: number } | undefined;
  /** How long a half-finished sign-in is kept. */
  readonly authSessionValidity: number;
  /** PreventUserExistenceErrors. */
  readonly hidesWhoExists: boolean;
  readonly revocation: boolean;
  /** Without a list, all of them. */
  readonly readAttributes: readonly string[] | undefined;
  readonly writeAttributes: readonly string[] | undefined;
};

export type GroupSettings = { readonly name: string; readonly roleArn: string | undefined };

/** One attribute of the pool's schema. */
export type AttributeRule = {
  /** As in the API: `email`, `custom:team`. */
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean' | 'DateTime';
  readonly required: boolean;
  readonly mutable: boolean;
  /** The minimum of a text's length, or of a number. */
  readonly least?: number;
  readonly most?: number;
};
