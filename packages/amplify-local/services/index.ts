import type { Service } from '../service.ts';
import { apiGateway } from './api-gateway/service.ts';
import { cloudWatch } from './cloudwatch/service.ts';
import { cognito } from './cognito/service.ts';
import { dynamoDb } from './dynamodb/service.ts';
import { iam } from './iam/service.ts';
import { lambda } from './lambda/service.ts';
import { mail } from './mail/service.ts';
import { sqs } from './sqs/service.ts';
import { streams } from './streams/service.ts';

/** In the order they start and update: each may use those before it. They close in reverse order. */
export const services: readonly Service<unknown>[] = [
  mail,
  dynamoDb,
  iam,
  cognito,
  lambda,
  sqs,
  cloudWatch,
  streams,
  apiGateway,
];
