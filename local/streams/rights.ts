import { decide } from '../iam/evaluate.ts';
import { statementsOf } from '../iam/role.ts';
import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';
import type { MappingSettings } from './mapping-settings.ts';

const readingAStream = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

/**
 * Lambda reads a stream as the function does, and tells the queue as it does. Without the right to, AWS
 * makes no mapping and the deployment fails; so does this.
 */
export function refuseWithoutRights(
  { functionName, streamArn, onFailure }: MappingSettings,
  resources: readonly Resource[],
): void {
  const lambda = resources.find(
    ({ type, id }) => type === 'AWS::Lambda::Function' && id === functionName,
  );
  if (!lambda) throw new Error(`${functionName} is no function of the backend.`);
  const statements = statementsOf(readerOf(lambda).requiredText('Role'), resources);
  const needed = [
    ...readingAStream.map((action) => ({ action, on: streamArn })),
    ...(onFailure === undefined ? [] : [{ action: 'sqs:SendMessage', on: onFailure }]),
  ];
  for (const { action, on } of needed) {
    const decision = decide(statements, action, on);
    if (!decision.allowed)
      throw new Error(`${functionName} may not ${action} on ${on}, ${decision.because}.`);
  }
}
