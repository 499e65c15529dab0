import { App, Stack } from 'aws-cdk-lib';
import { MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { expect, onTestFinished, test, vi } from 'vitest';
import { firewall } from './resource.ts';

type Declared = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

/** The resources of a gateway in front of which this many requests without an account are accepted. */
function resourcesIn(branch: string, requests: string): readonly Declared[] {
  vi.stubEnv('OPEN_REQUESTS_FROM_ADDRESS', requests);
  onTestFinished(() => void vi.unstubAllEnvs());
  const app = new App({
    context: { 'amplify-backend-type': 'branch', 'amplify-backend-name': branch },
  });
  const api = new RestApi(new Stack(app, 'api'), 'RestApi', { deployOptions: { stageName: 'v1' } });
  api.root.addMethod('GET', new MockIntegration());
  firewall(api);
  const template = app.synth().getStackByName('api').template as {
    Resources: Record<string, Declared>;
  };
  return Object.values(template.Resources);
}

const typesIn = (branch: string, requests: string) =>
  resourcesIn(branch, requests)
    .map(({ Type }) => Type)
    .filter((it) => it.includes('WAF'));

const acl = ['AWS::WAFv2::WebACL', 'AWS::WAFv2::WebACLAssociation'];

test('production has a firewall if somebody asks for it, and no other branch has', () => {
  expect(typesIn('main', '2000')).toEqual(acl);
  expect(typesIn('main', '')).toEqual([]);
  expect(typesIn('pr-7', '2000')).toEqual([]);
});

test(
  'it counts what one address sends without an account, and nothing else',
  { tags: 'firewall-rule' },
  () => {
    const [found] = resourcesIn('main', '2000').filter(({ Type }) => Type === acl[0]);
    expect(found?.Properties).toMatchObject({
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      Rules: [
        {
          Action: { Block: {} },
          Statement: {
            RateBasedStatement: {
              AggregateKeyType: 'IP',
              Limit: 2000,
              EvaluationWindowSec: 300,
              ScopeDownStatement: {
                ByteMatchStatement: {
                  SearchString: '/v1/open/',
                  PositionalConstraint: 'STARTS_WITH',
                  FieldToMatch: { UriPath: {} },
                },
              },
            },
          },
        },
      ],
    });
  },
);

test(
  'what it refuses is sent again later, as the outbox does after a 429',
  { tags: 'firewall-refuses' },
  () => {
    const [refused] = resourcesIn('main', '2000').filter(
      ({ Properties }) => Properties['ResponseType'] === 'WAF_FILTERED',
    );
    expect(refused?.Properties).toMatchObject({
      StatusCode: '429',
      ResponseParameters: {
        'gatewayresponse.header.Retry-After': "'300'",
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      },
    });
  },
);

test('a number that AWS would not accept stops the deployment, and says which variable it is', () => {
  for (const requests of ['99', '0', '-1', 'many', '1e6'])
    expect(() => resourcesIn('main', requests)).toThrow('OPEN_REQUESTS_FROM_ADDRESS');
});
