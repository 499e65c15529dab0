import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { openPrefix } from '#core/api/api-routes.ts';
import { errorHeaders, stageName } from '../gateway/resource.ts';
import { isProduction } from '../production.ts';

/** Seconds over which AWS WAF counts, and for which the outbox waits when it was refused. */
const window = 300;

/** AWS's own minimum was 100 for years. */
const fewest = 100;

/**
 * A web ACL of AWS WAF in front of the API, in production, if somebody has asked for it: it refuses what one address
 * sends beyond a number of requests without an account, before the gateway has a part in it. It refuses with 429, like
 * the gateway's own throttle, so that an outbox sends later what was refused: docs/decisions/0060.
 */
export function firewall(api: RestApi): CfnWebACLAssociation | undefined {
  const wanted = process.env['OPEN_REQUESTS_FROM_ADDRESS'] ?? '';
  if (!isProduction(api) || wanted === '') return undefined;
  const limit = Number(wanted);
  if (!/^\d{1,9}$/.test(wanted) || limit < fewest)
    throw new Error(
      `OPEN_REQUESTS_FROM_ADDRESS is the number of requests without an account that are accepted from one address in five minutes, at least ${fewest}: docs/deploy.md.`,
    );
  const visibilityConfig = {
    metricName: 'open-requests',
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
  };
  const acl = new CfnWebACL(api, 'Firewall', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig,
    rules: [
      {
        name: 'open-requests',
        priority: 0,
        action: { block: {} },
        visibilityConfig,
        statement: {
          rateBasedStatement: {
            aggregateKeyType: 'IP',
            evaluationWindowSec: window,
            limit,
            scopeDownStatement: {
              byteMatchStatement: {
                fieldToMatch: { uriPath: {} },
                positionalConstraint: 'STARTS_WITH',
                searchString: `/${stageName}${openPrefix}/`,
                textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
              },
            },
          },
        },
      },
    ],
  });
  api.addGatewayResponse('Filtered', {
    type: ResponseType.WAF_FILTERED,
    statusCode: '429',
    responseHeaders: { ...errorHeaders, 'Retry-After': `'${window}'` },
  });
  return new CfnWebACLAssociation(api, 'FirewallOfStage', {
    webAclArn: acl.attrArn,
    resourceArn: api.deploymentStage.stageArn,
  });
}
