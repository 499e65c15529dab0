import { join } from 'node:path';
import type { Service } from '../../template/service.ts';
import { arn, region } from '../../template/arn.ts';
import { anyCase, uuid } from '../../template/physical-id.ts';
import { drawn, itself, named } from '../../template/resource-naming.ts';
import { mail } from '../mail/service.ts';
import { startCognito, type Cognito } from './cognito-server.ts';
import { poolSettingsFrom } from './pool/read-pool-settings.ts';

export const cognito: Service<Cognito> = {
  name: 'cognito',
  resources: {
    'AWS::Cognito::UserPool': {
      id: (self) => `${region}_${drawn(9, anyCase)(self)}`,
      attributes: {
        Arn: (id) => arn('cognito-idp', `userpool/${id}`),
        ProviderName: (id) => `cognito-idp.${region}.amazonaws.com/${id}`,
        ProviderURL: (id) => `https://cognito-idp.${region}.amazonaws.com/${id}`,
        UserPoolId: itself,
      },
    },
    'AWS::Cognito::UserPoolClient': { id: drawn(26), attributes: { ClientId: itself } },
    'AWS::Cognito::UserPoolGroup': { id: named('GroupName') },
  },
  // Amplify declares these with every user pool. They exchange tokens for AWS credentials.
  ignored: {
    'AWS::Cognito::IdentityPool': {
      because: 'there are no AWS credentials locally',
      naming: { id: (self) => `${region}:${uuid(self.path)}` },
    },
    'AWS::Cognito::IdentityPoolRoleAttachment': { because: 'there are no AWS credentials locally' },
  },
  async start({ backend, state, ports, log, use }) {
    const pool = await startCognito({
      settings: poolSettingsFrom(backend.resources),
      stateFile: join(state, 'accounts.json'),
      port: ports.cognito,
      deliver: (message) => use(mail).inbox.deliver(message),
      log,
    });
    return {
      api: pool,
      update: (next) => pool.update(poolSettingsFrom(next.resources)),
      close: () => pool.close(),
    };
  },
};
