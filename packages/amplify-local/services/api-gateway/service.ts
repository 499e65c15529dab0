import type { Service } from '../../template/service.ts';
import { cognito } from '../cognito/service.ts';
import { lambda } from '../lambda/service.ts';
import { startGateway, type Gateway } from './gateway-server.ts';
import { apiFrom } from './rest-api.ts';
import { drawn, itself, named, unnamed } from '../../template/resource-naming.ts';
import { createTokenVerifier } from '../cognito/token-verifier.ts';

export const apiGateway: Service<Gateway> = {
  name: 'gateway',
  resources: {
    'AWS::ApiGateway::Authorizer': { id: drawn(6), attributes: { AuthorizerId: itself } },
    'AWS::ApiGateway::Deployment': { id: drawn(6), attributes: { DeploymentId: itself } },
    'AWS::ApiGateway::GatewayResponse': unnamed,
    'AWS::ApiGateway::Method': unnamed,
    'AWS::ApiGateway::Resource': { id: drawn(6), attributes: { ResourceId: itself } },
    'AWS::ApiGateway::RestApi': {
      id: drawn(10),
      attributes: { RestApiId: itself, RootResourceId: (id) => `${id}/root` },
    },
    'AWS::ApiGateway::Stage': { id: named('StageName') },
    'AWS::Lambda::Permission': unnamed,
  },
  ignored: {
    'AWS::ApiGateway::Account': {
      because: 'lets the gateway write to CloudWatch, which is not there',
    },
  },
  async start({ backend, ports, log, use }) {
    const functions = use(lambda);
    const gateway: Gateway = await startGateway({
      api: apiFrom(backend.resources),
      functions: functions.byName(),
      verifyIdToken: createTokenVerifier(() => use(cognito)),
      port: ports.api,
      log,
    });
    return {
      api: gateway,
      update: (next) =>
        gateway.update({ api: apiFrom(next.resources), functions: functions.byName() }),
      close: () => gateway.close(),
    };
  },
};
