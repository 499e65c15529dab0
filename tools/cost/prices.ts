/**
 * The one table of prices: every amount in the docs is in here, or a sum of these. The prices were not read
 * from AWS's own pages; each line names the copy that was read, and its date.
 */
export type Price = {
  readonly what: string;
  readonly dollars: number;
  /** The source: the page under aws.amazon.com. */
  readonly page: string;
  readonly read: string;
};

const study = 'a public study of AWS’s prices, July 2026';
const priceList = 'AWS’s Price List API of 30 July 2026, in a public cost model';

export const prices = {
  restCalls: {
    what: 'API Gateway, a million REST calls',
    dollars: 3.5,
    page: 'api-gateway/pricing',
    read: study,
  },
  httpCalls: {
    what: 'API Gateway, a million calls of an HTTP API',
    dollars: 1,
    page: 'api-gateway/pricing',
    read: study,
  },
  invocations: {
    what: 'Lambda, a million requests',
    dollars: 0.2,
    page: 'lambda/pricing',
    read: study,
  },
  gigabyteSecond: {
    what: 'Lambda on arm64, a GB-second',
    dollars: 0.0000133334,
    page: 'lambda/pricing',
    read: study,
  },
  writeUnits: {
    what: 'DynamoDB, a million write units',
    dollars: 0.625,
    page: 'dynamodb/pricing/on-demand',
    read: priceList,
  },
  readUnits: {
    what: 'DynamoDB, a million read units',
    dollars: 0.125,
    page: 'dynamodb/pricing/on-demand',
    read: priceList,
  },
  stored: {
    what: 'DynamoDB, a GB kept for a month',
    dollars: 0.25,
    page: 'dynamodb/pricing/on-demand',
    read: priceList,
  },
  backedUp: {
    what: 'DynamoDB, a GB that can go back 35 days, a month',
    dollars: 0.2,
    page: 'dynamodb/pricing/on-demand',
    read: 'a public cost model of 2026; the study of July 2026 has 0.228',
  },
  logged: {
    what: 'CloudWatch Logs, a GB taken in',
    dollars: 0.5,
    page: 'cloudwatch/pricing',
    read: 'cloudburn.io, February 2026, and the study of July 2026',
  },
  metric: {
    what: 'CloudWatch, a metric of one’s own for a month, after the first 10',
    dollars: 0.3,
    page: 'cloudwatch/pricing',
    read: 'signoz.io, February 2026, and the study of July 2026',
  },
  person: {
    what: 'Cognito Essentials, a person active in a month, after the first 10 000',
    dollars: 0.015,
    page: 'cognito/pricing',
    read: 'AWS’s page of 28 July 2026, as a public comparison quotes it',
  },
  personLite: {
    what: 'Cognito Lite, the same, up to 50 000',
    dollars: 0.0055,
    page: 'cognito/pricing',
    read: study,
  },
  buildMinute: {
    what: 'Amplify Hosting, a minute of building',
    dollars: 0.01,
    page: 'amplify/pricing',
    read: 'AWS’s Price List API of May 2025, and the study of July 2026',
  },
  hosted: {
    what: 'Amplify Hosting, a GB kept for a month',
    dollars: 0.023,
    page: 'amplify/pricing',
    read: study,
  },
  served: {
    what: 'Amplify Hosting, a GB sent to browsers',
    dollars: 0.15,
    page: 'amplify/pricing',
    read: study,
  },
  hostingFirewall: {
    what: 'Amplify Hosting’s firewall, an app and month, with WAF on top',
    dollars: 15,
    page: 'amplify/pricing',
    read: study,
  },
  webAcl: {
    what: 'WAF, a web ACL for a month',
    dollars: 5,
    page: 'waf/pricing',
    read: study,
  },
  aclRule: {
    what: 'WAF, a rule for a month',
    dollars: 1,
    page: 'waf/pricing',
    read: study,
  },
  aclRequests: {
    what: 'WAF, a million requests looked at',
    dollars: 0.6,
    page: 'waf/pricing',
    read: study,
  },
  scanned: {
    what: 'GuardDuty, a GB scanned for malware in S3, after the first of a month',
    dollars: 0.09,
    page: 'guardduty/pricing',
    read: 'AWS’s page of 28 September 2026, as two public cost studies quote it',
  },
  scans: {
    what: 'GuardDuty, 1000 objects scanned in S3, after the first 1000 of a month',
    dollars: 0.215,
    page: 'guardduty/pricing',
    read: 'AWS’s page of 28 September 2026, as two public cost studies quote it',
  },
  zone: {
    what: 'Route 53, a domain’s zone for a month',
    dollars: 0.5,
    page: 'route53/pricing',
    read: study,
  },
} as const satisfies Readonly<Record<string, Price>>;
