import type { Resource } from '../template/resource.ts';
import type { AttributeRule } from './attributes.ts';
import type { PasswordPolicy } from './password-policy.ts';
import { clientSettingsFrom } from './settings/client.ts';
import { groupSettingsFrom } from './settings/group.ts';
import { poolRulesFrom } from './settings/pool.ts';

/** The rules of the pool, its app clients and its groups, as the template has them. */
export type PoolSettings = PoolRules & {
  readonly clients: readonly ClientSettings[];
  /** The one that counts most first. */
  readonly groups: readonly GroupSettings[];
};

/** Lifetimes are milliseconds, here and below. */
export type PoolRules = {
  readonly poolId: string;
  readonly selfSignUp: boolean;
  readonly caseSensitive: boolean;
  readonly attributes: readonly AttributeRule[];
  readonly passwordPolicy: PasswordPolicy;
  readonly temporaryPasswordValidity: number;
  readonly verifiesEmail: boolean;
  /** A changed address only replaces the old one when it is proven. */
  readonly keepsEmailUntilVerified: boolean;
  readonly recovery: 'verified_email' | 'admin_only';
  readonly verificationMessage: Message;
  readonly invitation: Message;
};

export type Message = { readonly subject: string; readonly text: string };

export type ClientSettings = {
  readonly id: string;
  /** `USER_SRP_AUTH`, without the `ALLOW_`. */
  readonly authFlows: readonly string[];
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
  /** How long a used refresh token is still taken, where each is good for one use. */
  readonly rotation: { readonly grace: number } | undefined;
  /** How long a half-finished sign-in waits. */
  readonly authSessionValidity: number;
  /** PreventUserExistenceErrors. */
  readonly hidesWhoExists: boolean;
  readonly revocation: boolean;
  /** All of them where there is no list. */
  readonly readAttributes: readonly string[] | undefined;
  readonly writeAttributes: readonly string[] | undefined;
};

export type GroupSettings = { readonly name: string; readonly roleArn: string | undefined };

/**
 * Reads the pool's rules from the synthesized resources. Throws, naming it, at any Cognito resource or
 * property that would behave differently in AWS than it does here.
 */
export function poolSettingsFrom(resources: readonly Resource[]): PoolSettings {
  const [pool, ...others] = ofType(resources, 'AWS::Cognito::UserPool');
  if (!pool) throw new Error('The template has no AWS::Cognito::UserPool.');
  if (others.length > 0) throw new Error('The local Cognito has one user pool; the template more.');
  refuseStrangers(resources);
  return {
    ...poolRulesFrom(pool),
    clients: ofType(resources, 'AWS::Cognito::UserPoolClient').map(clientSettingsFrom),
    groups: groupSettingsFrom(ofType(resources, 'AWS::Cognito::UserPoolGroup')),
  };
}

function ofType(resources: readonly Resource[], type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

function refuseStrangers(resources: readonly Resource[]): void {
  const stranger = resources.find(
    ({ type }) =>
      type.startsWith('AWS::Cognito::UserPool') && !/UserPool(Client|Group)?$/.test(type),
  );
  if (stranger)
    throw new Error(`${stranger.path}: the local Cognito has nothing like ${stranger.type}.`);
}
