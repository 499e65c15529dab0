import type { TestId } from '../../tools/testing/test-ids.ts';

/** The test that fails without each grant. */
export const testsByGrant: Readonly<Record<string, TestId>> = {
  'api dynamodb:PutItem': 'body-stored',
  'api dynamodb:GetItem': 'submitted-listed',
  'api dynamodb:BatchGetItem': 'withdrawn-listed',
  'api dynamodb:UpdateItem': 'changes-send-no-mail',
  'api dynamodb:Query': 'submitted-listed',
  'api dynamodb:Query on an index': 'owner-cannot-change',
  'mail dynamodb:PutItem': 'mail-to-author',
  'mail dynamodb:GetItem': 'mail-to-author',
  'mail dynamodb:DescribeStream': 'mail-to-author',
  'mail dynamodb:GetRecords': 'mail-to-author',
  'mail dynamodb:GetShardIterator': 'mail-to-author',
  'mail dynamodb:ListStreams': 'mail-to-author',
  'mail sqs:SendMessage': 'mail-to-author',
  'mail ssm:GetParameters': 'mail-to-author',
  'gateway POST/*': 'body-stored',
  'gateway GET/*': 'submitted-listed',
  'gateway PUT/*/*': 'changes-send-no-mail',
  'gateway DELETE/*/*': 'changes-send-no-mail',
  'gateway DELETE/me': 'everything-erased',
};
