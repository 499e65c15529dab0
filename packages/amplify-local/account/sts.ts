import { account, arn, region } from '../template/arn.ts';
import type { AwsService } from '../machine/aws-request.ts';
import { queryService } from '../machine/query-protocol.ts';

/** STS. Every caller is the administrator of the local account and may assume any role in it. */
export const sts: AwsService = queryService('STS', 'https://sts.amazonaws.com/doc/2011-06-15/', {
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
