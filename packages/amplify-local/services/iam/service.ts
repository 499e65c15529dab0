import type { Service } from '../../template/service.ts';
import { roleArn } from '../../template/arn.ts';
import { drawn, named } from '../../template/resource-naming.ts';

/** IAM is enforced by the services that are called: DynamoDB's proxy, streams, secrets. Nothing runs here. */
export const iam: Service<undefined> = {
  name: 'iam',
  resources: {
    'AWS::IAM::Policy': { id: named('PolicyName') },
    'AWS::IAM::Role': {
      id: named('RoleName'),
      attributes: {
        Arn: roleArn,
        RoleId: (_, self) => `AROA${drawn(17)(self).toUpperCase()}`,
      },
    },
  },
  start: () => ({ api: undefined }),
};
