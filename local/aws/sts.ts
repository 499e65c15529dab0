import { account, arn, region } from '../template/arn.ts';
import type { AwsService } from './call.ts';
import { inQuery } from './query-protocol.ts';

/** Whoever asks is the one administrator of this machine's account, and becomes any role of it. */
export const sts: AwsService = inQuery('STS', 'https://sts.amazonaws.com/doc/2011-06-15/', {
  GetCallerIdentity: () => ({
    Arn: `arn:aws:iam::${account}:user/local`,
    UserId: 'AIDALOCAL',
    Account: account,
  }),
  AssumeRole(input) {
    const role = input.get('RoleArn')?.split('/').at(-1);
    const session = `${role}/${input.get('RoleSessionName')}`;
    return {
      Credentials: {
        AccessKeyId: 'ASIALOCAL',
        SecretAccessKey: 'local',
        SessionToken: 'local',
        Expiration: new Date(Date.now() + 3_600_000),
      },
      AssumedRoleUser: {
        AssumedRoleId: `AROALOCAL:${input.get('RoleSessionName')}`,
        Arn: arn('sts', `assumed-role/${session}`).replace(`:${region}:`, '::'),
      },
    };
  },
});
