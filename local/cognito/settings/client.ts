import { own } from '../../own.ts';
import { readerOf, type Reader } from '../../template/reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { ClientSettings } from '../settings.ts';

const units: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

const known = [
  'AccessTokenValidity',
  'AuthSessionValidity',
  'EnableTokenRevocation',
  'ExplicitAuthFlows',
  'GenerateSecret',
  'IdTokenValidity',
  'PreventUserExistenceErrors',
  'ReadAttributes',
  'RefreshTokenRotation',
  'RefreshTokenValidity',
  'SupportedIdentityProviders',
  'TokenValidityUnits',
  'UserPoolId',
  'WriteAttributes',
];
/** They are about the hosted sign-in page and about statistics; neither is here. */
const idle = [
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
  'AnalyticsConfiguration',
  'CallbackURLs',
  'ClientName',
  'DefaultRedirectURI',
  'EnablePropagateAdditionalUserContextData',
  'LogoutURLs',
];

/** What one AWS::Cognito::UserPoolClient says. Absent properties mean what they mean to CloudFormation. */
export function clientSettingsFrom(resource: Resource): ClientSettings {
  const client = readerOf(resource);
  refuseTheRest(client);
  return {
    id: resource.id,
    authFlows: authFlowsFrom(client),
    accessTokenValidity: validity(client, 'AccessToken', 1, 'hours'),
    idTokenValidity: validity(client, 'IdToken', 1, 'hours'),
    refreshTokenValidity: validity(client, 'RefreshToken', 30, 'days'),
    rotation: rotationFrom(client),
    authSessionValidity: (client.integer('AuthSessionValidity') ?? 3) * 60_000,
    hidesWhoExists: client.text('PreventUserExistenceErrors') === 'ENABLED',
    revocation: client.flag('EnableTokenRevocation') ?? true,
    readAttributes: client.texts('ReadAttributes'),
    writeAttributes: client.texts('WriteAttributes'),
  };
}

function refuseTheRest(client: Reader): void {
  client.nothingBut([...known, ...idle]);
  client.only('GenerateSecret', undefined, false);
  client.part('RefreshTokenRotation').nothingBut(['Feature', 'RetryGracePeriodSeconds']);
  client.onlyTexts('SupportedIdentityProviders', 'COGNITO');
}

function rotationFrom(client: Reader): ClientSettings['rotation'] {
  const feature = client.only('RefreshTokenRotation.Feature', undefined, 'DISABLED', 'ENABLED');
  if (feature !== 'ENABLED') return undefined;
  // Cognito does not take both.
  if (authFlowsFrom(client).includes('REFRESH_TOKEN_AUTH'))
    client.refuse('ExplicitAuthFlows', 'has ALLOW_REFRESH_TOKEN_AUTH, and refresh tokens rotate');
  return { grace: (client.integer('RefreshTokenRotation.RetryGracePeriodSeconds') ?? 0) * 1000 };
}

function authFlowsFrom(client: Reader): string[] {
  const flows = client.texts('ExplicitAuthFlows') ?? [
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_CUSTOM_AUTH',
  ];
  return flows.map((flow) => flow.replace(/^ALLOW_/, ''));
}

/** A number in one unit when absent, in another when not: hours for two tokens, days for the third. */
function validity(client: Reader, token: string, otherwise: number, usualUnit: string): number {
  const unit = client.text(`TokenValidityUnits.${token}`) ?? usualUnit;
  const size = own(units, unit) ?? client.refuse(`TokenValidityUnits.${token}`, `is ${unit}`);
  const given = client.integer(`${token}Validity`) ?? 0;
  return given > 0 ? given * size : otherwise * (own(units, usualUnit) ?? 0);
}
