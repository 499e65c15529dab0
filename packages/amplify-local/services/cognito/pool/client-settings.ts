import { getOwn } from '../../../template/get-own-value.ts';
import { readerOf, type Reader } from '../../../template/property-reader.ts';
import type { Resource } from '../../../template/resource.ts';
import type { ClientSettings } from './pool-settings.ts';

const units: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

const supported = [
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
/** Ignored: these are about the hosted sign-in page and analytics, which do not exist here. */
const ignored = [
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

/** Reads an `AWS::Cognito::UserPoolClient`. Absent properties have CloudFormation's defaults. */
export function clientSettingsFrom(resource: Resource): ClientSettings {
  const client = readerOf(resource);
  refuseUnsupported(client);
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

function refuseUnsupported(client: Reader): void {
  client.nothingBut([...supported, ...ignored]);
  client.only('GenerateSecret', undefined, false);
  client.part('RefreshTokenRotation').nothingBut(['Feature', 'RetryGracePeriodSeconds']);
  client.onlyTexts('SupportedIdentityProviders', 'COGNITO');
}

function rotationFrom(client: Reader): ClientSettings['rotation'] {
  const feature = client.only('RefreshTokenRotation.Feature', undefined, 'DISABLED', 'ENABLED');
  if (feature !== 'ENABLED') return undefined;
  // Cognito does not accept both.
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

/** Milliseconds. Both the default and its unit differ by token: hours for two of them, days for the third. */
function validity(client: Reader, token: string, otherwise: number, usualUnit: string): number {
  const unit = client.text(`TokenValidityUnits.${token}`) ?? usualUnit;
  const size = getOwn(units, unit) ?? client.refuse(`TokenValidityUnits.${token}`, `is ${unit}`);
  const given = client.integer(`${token}Validity`) ?? 0;
  return given > 0 ? given * size : otherwise * (getOwn(units, usualUnit) ?? 0);
}
