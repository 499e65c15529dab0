import { readerOf, type Reader } from '../../../template/property-reader.ts';
import type { Resource } from '../../../template/resource.ts';
import type { PasswordPolicy } from '../sign-in/password-policy.ts';
import type { Message, PoolRules } from './pool-settings.ts';
import { attributeRulesFrom } from './attribute-rules.ts';

const day = 86_400_000;

const supported = [
  'AccountRecoverySetting',
  'AdminCreateUserConfig',
  'AutoVerifiedAttributes',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'Policies',
  'Schema',
  'UserAttributeUpdateSettings',
  'UsernameAttributes',
  'UsernameConfiguration',
  'VerificationMessageTemplate',
];
/** Accepted only with the value that matches local behaviour. */
const fixedValues = ['LambdaConfig', 'MfaConfiguration', 'UserPoolAddOns', 'AliasAttributes'];
/** Ignored: the sender of mails, texts of SMS, names, and other things that make no difference here. */
const ignored = [
  'DeletionProtection',
  'EmailAuthenticationMessage',
  'EmailAuthenticationSubject',
  'EmailConfiguration',
  'EnabledMfas',
  'SmsAuthenticationMessage',
  'SmsConfiguration',
  'SmsVerificationMessage',
  'UserPoolName',
  'UserPoolTags',
  'UserPoolTier',
  'WebAuthnRelyingPartyID',
  'WebAuthnUserVerification',
];

/** Reads an `AWS::Cognito::UserPool`. Absent properties have CloudFormation's defaults. */
export function poolRulesFrom(resource: Resource): PoolRules {
  const pool = readerOf(resource);
  refuseUnsupported(pool);
  const autoVerified = pool.texts('AutoVerifiedAttributes') ?? [];
  const updates = pool.texts(
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
  );
  return {
    poolId: resource.id,
    selfSignUp: !(pool.flag('AdminCreateUserConfig.AllowAdminCreateUserOnly') ?? false),
    caseSensitive: pool.flag('UsernameConfiguration.CaseSensitive') ?? true,
    attributes: attributeRulesFrom(pool),
    passwordPolicy: passwordPolicyFrom(pool),
    temporaryPasswordValidity:
      (pool.integer('Policies.PasswordPolicy.TemporaryPasswordValidityDays') ??
        pool.integer('AdminCreateUserConfig.UnusedAccountValidityDays') ??
        7) * day,
    verifiesEmail: autoVerified.includes('email'),
    keepsEmailUntilVerified: updates?.includes('email') ?? false,
    recovery: recoveryFrom(pool),
    verificationMessage: verificationMessageFrom(pool),
    invitation: invitationFrom(pool),
  };
}

function refuseUnsupported(pool: Reader): void {
  pool.nothingBut([...supported, ...fixedValues, ...ignored]);
  for (const trigger of Object.keys(pool.object('LambdaConfig')))
    pool.refuse(`LambdaConfig.${trigger}`, 'would run a trigger, which the local Cognito does not');
  pool.only('MfaConfiguration', undefined, 'OFF');
  pool.only('UserPoolAddOns.AdvancedSecurityMode', undefined, 'OFF', 'AUDIT');
  pool.only('VerificationMessageTemplate.DefaultEmailOption', undefined, 'CONFIRM_WITH_CODE');
  pool.only('Policies.PasswordPolicy.PasswordHistorySize', undefined, 0);
  pool.onlyTexts('AliasAttributes');
  pool.onlyTexts('AutoVerifiedAttributes', 'email');
  pool.onlyTexts('Policies.SignInPolicy.AllowedFirstAuthFactors', 'PASSWORD');
  if (pool.texts('UsernameAttributes')?.join() !== 'email')
    pool.refuse('UsernameAttributes', 'is not ["email"]: here people sign in by e-mail');
}

function passwordPolicyFrom(pool: Reader): PasswordPolicy {
  const isRequired = (what: string) => pool.flag(`Policies.PasswordPolicy.Require${what}`) ?? false;
  return {
    minimumLength: pool.integer('Policies.PasswordPolicy.MinimumLength') ?? 8,
    requireUppercase: isRequired('Uppercase'),
    requireLowercase: isRequired('Lowercase'),
    requireNumbers: isRequired('Numbers'),
    requireSymbols: isRequired('Symbols'),
  };
}

function recoveryFrom(pool: Reader): PoolRules['recovery'] {
  const path = 'AccountRecoverySetting.RecoveryMechanisms';
  const names = pool.each(path).map((mechanism) => mechanism.text('Name'));
  if (names.length === 0 || names.includes('verified_email')) return 'verified_email';
  if (names.includes('admin_only')) return 'admin_only';
  return pool.refuse(path, 'has no mechanism with a local counterpart');
}

function verificationMessageFrom(pool: Reader): Message {
  return {
    subject:
      pool.text('VerificationMessageTemplate.EmailSubject') ??
      pool.text('EmailVerificationSubject') ??
      'Your verification code',
    text:
      pool.text('VerificationMessageTemplate.EmailMessage') ??
      pool.text('EmailVerificationMessage') ??
      'Your verification code is {####}. ',
  };
}

function invitationFrom(pool: Reader): Message {
  const path = 'AdminCreateUserConfig.InviteMessageTemplate';
  return {
    subject: pool.text(`${path}.EmailSubject`) ?? 'Your temporary password',
    text:
      pool.text(`${path}.EmailMessage`) ??
      'Your username is {username} and temporary password is {####}. ',
  };
}
