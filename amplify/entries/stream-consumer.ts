import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where a function's event source mapping puts what it could not process, for two weeks. */
export function failureQueue(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

type Right = { readonly actions: string[]; readonly resources: string[] };

/** Exactly the permissions that a function and its mapping use: its own, then to read the stream and to report failures. */
export function grantStreamConsumer(
  handler: IFunction,
  own: readonly Right[],
  { stream, failures }: { readonly stream: string; readonly failures: Queue },
): void {
  const rights = [
    ...own,
    {
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [stream],
    },
    { actions: ['sqs:SendMessage'], resources: [failures.queueArn] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
}
