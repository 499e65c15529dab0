import type { Service } from '../../template/service.ts';
import { roleArn } from '../../template/arn.ts';
import { openFunctionCredentials, type FunctionCredentials } from './function-credentials.ts';
import { drawn, named } from '../../template/resource-naming.ts';

/** Roles are enforced by the services that are called: DynamoDB's proxy, S3, streams, secrets. */
export const iam: Service<FunctionCredentials> = {
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
  start: ({ state }) => ({ api: openFunctionCredentials(state) }),
};
