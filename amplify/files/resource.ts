import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type CorsRule,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { longestAwaited } from '#core/files/store/file-store.ts';
import { isProduction } from '../production.ts';
import { awaitedTag } from './awaited-tag.ts';

/**
 * Exactly what the app sends. Any page may ask: what it may do is in the presigned URL, which only the API gives, and
 * a request without one is answered to nobody. The app's own addresses are not known when this is deployed.
 */
const cors: CorsRule = {
  allowedOrigins: ['*'],
  allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
  allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256', 'x-amz-tagging'],
  maxAge: Duration.hours(1).toSeconds(),
};

const lifecycleRules: readonly LifecycleRule[] = [
  {
    tagFilters: { [awaitedTag.key]: awaitedTag.value },
    expiration: Duration.millis(longestAwaited),
  },
  // A rule with tags cannot do this.
  { abortIncompleteMultipartUploadAfter: Duration.millis(longestAwaited) },
];

/**
 * The only bucket, with the files that answers refer to: `{form}/{username}/{entry}/{file}`, and small copies beside
 * them. It is not versioned, so that what is erased is gone.
 */
export function filesBucket(scope: Construct): Bucket {
  const isKept = isProduction(scope);
  return new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: false,
    cors: [cors],
    lifecycleRules: [...lifecycleRules],
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    // A bucket with objects in it cannot be deleted.
    autoDeleteObjects: !isKept,
  });
}

/** The origin of all addresses that files are sent to and downloaded from. */
export function filesEndpoint(bucket: Bucket): string {
  return `https://${bucket.bucketRegionalDomainName}`;
}

/**
 * Exactly the operations that the API function uses, itself and for those to whom it gives a presigned URL. `ListBucket`
 * lets it tell a file that is missing from one that it may not read.
 */
export function grantFilesAccess(handler: IFunction, bucket: Bucket): void {
  const rights = [
    {
      actions: [
        's3:GetObject',
        's3:PutObject',
        's3:PutObjectTagging',
        's3:DeleteObject',
        's3:DeleteObjectTagging',
        's3:ListMultipartUploadParts',
      ],
      resources: [bucket.arnForObjects('*')],
    },
    { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
}
