import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resource } from '../template/resource.ts';
import { type Mail, startCognito } from '../services/cognito/cognito-server.ts';
import { poolSettingsFrom } from '../services/cognito/pool/read-pool-settings.ts';

export const poolId = 'us-east-1_Ab12Cd34E';
export const clientId = '4k1client2of3the4tests5ab';
export const password = 'Correct-Horse-7';

type Properties = Record<string, unknown>;

/** The auth resources of an Amplify Gen 2 backend as synthesized, with a test's changes. */
export function template(changes: { pool?: Properties; client?: Properties } = {}): Resource[] {
  const resource = (name: string, kind: string, id: string, properties: Properties) => ({
    path: `auth/${name}`,
    type: `AWS::Cognito::${kind}`,
    id,
    properties,
  });
  const group = (name: string, precedence: number) =>
    resource(`${name}Group`, 'UserPoolGroup', name, {
      GroupName: name,
      Precedence: precedence,
      RoleArn: `arn:aws:iam::000000000000:role/${name}`,
      UserPoolId: poolId,
    });
  return [
    resource('UserPool', 'UserPool', poolId, { ...poolProperties, ...changes.pool }),
    resource('Client', 'UserPoolClient', clientId, { ...clientProperties, ...changes.client }),
    group('readers', 1),
    group('owners', 0),
    resource('IdentityPool', 'IdentityPool', 'us-east-1:1', {}),
  ];
}

export const allFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
];

/** Starts a pool for one test or one file. `whenDone` registers its cleanup. */
export async function startTestPool(
  whenDone: (close: () => Promise<void>) => void,
  given: { resources?: Resource[]; now?: () => number; stateFile?: string } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'cognito-'));
  const { stateFile = join(folder, 'cognito.json') } = given;
  const mails: Mail[] = [];
  const lines: string[] = [];
  const cognito = await startCognito({
    settings: poolSettingsFrom(
      given.resources ?? template({ client: { ExplicitAuthFlows: allFlows } }),
    ),
    stateFile,
    port: 0,
    deliver: async (mail) => void mails.push(mail),
    log: (line) => lines.push(line),
    ...(given.now && { now: given.now }),
  });
  whenDone(async () => {
    await cognito.close();
    await rm(folder, { recursive: true });
  });
  return {
    cognito,
    mails,
    lines,
    stateFile,
    call: (operation: string, input: object) => call(cognito.url, operation, input),
    codeFor: (email: string) => codeIn(mails.findLast(({ to }) => to === email)),
    amplify: {
      Auth: {
        Cognito: {
          userPoolId: poolId,
          userPoolClientId: clientId,
          userPoolEndpoint: cognito.url,
        },
      },
    },
  };
}

/** Sends an operation as an administrator's tool would. A failure returns its code and message. */
export async function call(url: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=tests/20261121/us-east-1/cognito-idp/aws4_request',
    },
    body: JSON.stringify({ ClientId: clientId, UserPoolId: poolId, ...input }),
  });
  return (await response.json()) as Answer;
}

/** The parts of responses that tests read. */
export type Answer = {
  __type?: string;
  message?: string;
  Session?: string;
  ChallengeName?: string;
  ChallengeParameters: Record<string, string>;
  AvailableChallenges?: string[];
  AuthenticationResult: {
    AccessToken: string;
    IdToken: string;
    RefreshToken: string;
    ExpiresIn: number;
  };
  CodeDeliveryDetails?: { Destination: string };
  CodeDeliveryDetailsList?: object[];
  UserAttributes?: { Name: string; Value: string }[];
  User?: { UserStatus: string };
};

export function claimsOf(token: string): Record<string, unknown> {
  const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(body) as Record<string, unknown>;
}

export function codeIn(mail: Mail | undefined): string {
  return mail?.text.match(/\d{6}/)?.[0] ?? 'no code came';
}

const poolProperties: Properties = {
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  AutoVerifiedAttributes: ['email'],
  EmailVerificationMessage: 'The verification code to your new account is {####}',
  EmailVerificationSubject: 'Verify your new account',
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
    },
  },
  Schema: [
    { Mutable: true, Name: 'email', Required: true },
    {
      AttributeDataType: 'String',
      Mutable: true,
      Name: 'team',
      StringAttributeConstraints: { MaxLength: '10' },
    },
  ],
  SmsVerificationMessage: 'The verification code to your new account is {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  UserPoolTags: { 'created-by': 'amplify' },
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    EmailMessage: 'Your code is {####}',
    EmailSubject: 'Your Formstead code',
    SmsMessage: 'The verification code to your new account is {####}',
  },
};

const clientProperties: Properties = {
  AllowedOAuthFlows: ['code'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthScopes: ['profile', 'phone', 'email', 'openid', 'aws.cognito.signin.user.admin'],
  CallbackURLs: ['https://example.com'],
  ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  SupportedIdentityProviders: ['COGNITO'],
  UserPoolId: poolId,
};
