import { expect, test } from 'vitest';
import { poolSettingsFrom } from './read-pool-settings.ts';
import { clientId, poolId, template } from '../../../testing/test-pool.ts';

const hour = 3_600_000;

test('an unmodified Amplify template is supported', () => {
  const settings = poolSettingsFrom(template());

  expect(settings).toMatchObject({
    poolId,
    selfSignUp: true,
    caseSensitive: false,
    verifiesEmail: true,
    keepsEmailUntilVerified: true,
    recovery: 'verified_email',
    verificationMessage: { subject: 'Your Formstead code', text: 'Your code is {####}' },
    passwordPolicy: { minimumLength: 8, requireSymbols: true, requireNumbers: true },
    temporaryPasswordValidity: 7 * 24 * hour,
  });
  expect(settings.clients).toEqual([
    {
      id: clientId,
      authFlows: ['CUSTOM_AUTH', 'USER_SRP_AUTH', 'REFRESH_TOKEN_AUTH'],
      accessTokenValidity: hour,
      idTokenValidity: hour,
      refreshTokenValidity: 30 * 24 * hour,
      rotation: undefined,
      authSessionValidity: 180_000,
      hidesWhoExists: true,
      revocation: true,
      readAttributes: undefined,
      writeAttributes: undefined,
    },
  ]);
});

test('groups are in the order of their precedence', () => {
  const names = poolSettingsFrom(template()).groups.map(({ name }) => name);
  expect(names).toEqual(['owners', 'readers']);
});

test('a custom attribute gets the prefix custom:', () => {
  const team = poolSettingsFrom(template()).attributes.find(({ name }) => name === 'custom:team');
  expect(team).toEqual({
    name: 'custom:team',
    type: 'String',
    required: false,
    mutable: true,
    most: 10,
  });
});

test('token lifetimes are read with their units', () => {
  const [client] = poolSettingsFrom(
    template({
      client: {
        AccessTokenValidity: 15,
        IdTokenValidity: '300',
        RefreshTokenValidity: 12,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
      },
    }),
  ).clients;
  expect(client).toMatchObject({
    accessTokenValidity: hour / 4,
    idTokenValidity: 300_000,
    refreshTokenValidity: 12 * hour,
  });
});

test('absent properties have CloudFormation’s defaults', () => {
  const [pool, client] = template();
  if (!pool || !client) throw new Error('The template is empty.');
  const settings = poolSettingsFrom([
    { ...pool, properties: { UsernameAttributes: ['email'] } },
    { ...client, properties: {} },
  ]);

  expect(settings).toMatchObject({ verifiesEmail: false, selfSignUp: true, caseSensitive: true });
  expect(settings.verificationMessage.text).toBe('Your verification code is {####}. ');
  expect(settings.clients[0]).toMatchObject({
    hidesWhoExists: false,
    authFlows: ['REFRESH_TOKEN_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH'],
  });
});

test.each([
  ['LambdaConfig.PreSignUp', { pool: { LambdaConfig: { PreSignUp: 'arn' } } }],
  ['MfaConfiguration', { pool: { MfaConfiguration: 'ON' } }],
  ['MfaConfiguration', { pool: { MfaConfiguration: 'OPTIONAL' } }],
  ['AutoVerifiedAttributes', { pool: { AutoVerifiedAttributes: ['email', 'phone_number'] } }],
  ['UsernameAttributes', { pool: { UsernameAttributes: ['phone_number'] } }],
  ['AllowedFirstAuthFactors', firstFactors('PASSWORD', 'WEB_AUTHN')],
  ['DefaultEmailOption', verification({ DefaultEmailOption: 'CONFIRM_WITH_LINK' })],
  ['DeviceConfiguration', { pool: { DeviceConfiguration: {} } }],
  ['AdvancedSecurityMode', { pool: { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } } }],
  ['SomethingNew', { pool: { SomethingNew: true } }],
  ['SomethingNew', { client: { SomethingNew: true } }],
  ['GenerateSecret', { client: { GenerateSecret: true } }],
  ['SupportedIdentityProviders', { client: { SupportedIdentityProviders: ['Google'] } }],
  ['RefreshTokenRotation.Feature', { client: { RefreshTokenRotation: { Feature: 'SOMETIMES' } } }],
  ['ExplicitAuthFlows', { client: { RefreshTokenRotation: { Feature: 'ENABLED' } } }],
  ['AccessTokenValidity', { client: { AccessTokenValidity: 'soon' } }],
])('a setting that behaves differently in AWS is refused by name: %s', (name, changes) => {
  expect(() => poolSettingsFrom(template(changes))).toThrow(name);
});

test('an unsupported Cognito resource is refused by name', () => {
  const domain = {
    path: 'auth/Domain',
    type: 'AWS::Cognito::UserPoolDomain',
    id: 'd',
    properties: {},
  };
  expect(() => poolSettingsFrom([...template(), domain])).toThrow(/auth\/Domain.*UserPoolDomain/);
  expect(() => poolSettingsFrom([])).toThrow('no AWS::Cognito::UserPool');
});

function firstFactors(...AllowedFirstAuthFactors: string[]) {
  return { pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors } } } };
}

function verification(VerificationMessageTemplate: object) {
  return { pool: { VerificationMessageTemplate } };
}
