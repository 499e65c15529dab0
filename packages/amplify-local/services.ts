import type { Service } from './template/service.ts';
import { apiGateway } from './services/api-gateway/service.ts';
import { cognito } from './services/cognito/service.ts';
import { dynamoDb } from './services/dynamodb/service.ts';
import { eventBridge } from './services/eventbridge/service.ts';
import { iam } from './services/iam/service.ts';
import { lambda } from './services/lambda/service.ts';
import { mail } from './services/mail/service.ts';
import { s3 } from './services/s3/service.ts';
import { sqs } from './services/sqs/service.ts';
import { streams } from './services/streams/service.ts';

/** In the order they start and update: each may use those before it. They close in reverse order. */
export const services: readonly Service<unknown>[] = [
  mail,
  iam,
  dynamoDb,
  cognito,
  lambda,
  s3,
  sqs,
  streams,
  eventBridge,
  apiGateway,
];
