import type { Statement } from '../services/iam/policy-statement.ts';
import type { Properties, Resource } from '../template/resource.ts';

export const Bucket = 'pictures';
const bucketArn = `arn:aws:s3:::${Bucket}`;

export type BucketSetting = {
  /** Of the bucket. */
  readonly properties?: Properties;
  /** What the function may do; by default everything with the bucket and its objects. */
  readonly statements?: readonly Statement[];
  readonly more?: readonly Resource[];
};

/** For tests: a bucket, and a function whose role may use it. */
export function bucketResources({
  properties = {},
  statements = everything,
  more = [],
}: BucketSetting = {}): readonly Resource[] {
  return [
    of('AWS::S3::Bucket', Bucket, properties),
    of('AWS::Lambda::Function', 'uploader', { Role: 'uploader-role' }),
    of('AWS::IAM::Role', 'uploader-role', {}),
    of('AWS::IAM::Policy', 'uploader-policy', {
      Roles: ['uploader-role'],
      PolicyDocument: { Statement: statements },
    }),
    ...more,
  ];
}

function of(type: string, id: string, properties: object): Resource {
  return { path: id, type, id, properties: { ...properties } };
}

const everything: readonly Statement[] = [
  { Effect: 'Allow', Action: 's3:*', Resource: [bucketArn, `${bucketArn}/*`] },
];

export const allow = (Action: string | string[], path = ''): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: bucketArn + path,
});
