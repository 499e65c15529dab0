import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { formById, forms } from '#forms/index.ts';
import { webhooks } from '#forms/webhooks.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { createDeliveryStore } from '../events/delivery-store.ts';
import { createReceiverPace } from '../events/receiver-pace.ts';
import { createTableInvitations } from '../invitations/table-invitations.ts';
import { createTableTokens } from '../invitations/table-tokens.ts';
import { createTableMembers } from '../roles/table-members.ts';
import { createTableViews } from '../views/table-views.ts';
import { createTableCounters } from '../shield/table-counters.ts';
import { createLambdaFileStore } from '../files/lambda-file-store.ts';
import { createTableVerifiedAddresses } from '../verification/table-verified-addresses.ts';
import { createVerificationTokens } from '../verification/verification-tokens.ts';
import { randomBytes } from '../node-crypto.ts';
import { digest } from '../digest.ts';
import { handleRequest, type HandleRequestDeps } from './handle-request.ts';

type Handler = (
  event: APIGatewayProxyEvent,
  context?: Pick<Context, 'awsRequestId'>,
) => Promise<APIGatewayProxyResult>;

const now = () => new Date();

/** Makes the handler of a function that serves either people with an account, or devices without one. */
export async function createApiHandler(serves: HandleRequestDeps['serves']): Promise<Handler> {
  const { call, connect } = createLambdaDynamoClient();
  const name = process.env['TABLE_NAME'] ?? '';
  const remembered = {};
  const noted = new Set<string>();
  const rememberedSecrets = {};
  const deps: HandleRequestDeps = {
    serves,
    openStore: (spend) => createDynamoStore(createTable({ call, name, spend }), undefined, noted),
    ...(serves === 'devices' && {
      openCounters: (spend) =>
        createTableCounters({ table: createTable({ call, name, spend }), remembered, randomBytes }),
    }),
    openPeople(spend) {
      const table = createTable({ call, name, spend });
      const ofEvents = createTable({ call, name: process.env['EVENTS_TABLE'] ?? '', spend });
      const signing = { table, remembered: rememberedSecrets, randomBytes, now };
      const verificationTokens = createVerificationTokens(signing);
      return {
        tokens: createTableTokens(signing),
        invitations: createTableInvitations(table),
        members: createTableMembers(table),
        views: createTableViews(table),
        events: {
          webhooks,
          deliveries: createDeliveryStore({ table: ofEvents }),
          pace: createReceiverPace({ table: ofEvents }),
        },
        verificationTokens,
        verifiedAddresses: createTableVerifiedAddresses({ table, tokens: verificationTokens, now }),
      };
    },
    files: createLambdaFileStore(process.env['FILES_BUCKET'] ?? ''),
    // The plan that scans them: docs/decisions/0076-malware.md.
    scansFiles: (process.env['MALWARE_PLAN'] ?? '') !== '',
    backend: process.env['BACKEND'] ?? '',
    formById,
    formIds: forms.map((it) => it.id),
    now,
    random: Math.random,
    randomBytes,
    digest,
    // Not `console.log`: Lambda puts a prefix before its lines, and CloudWatch then finds no metrics in them.
    log: (line) => void process.stdout.write(`${line}\n`),
  };
  // Connecting during initialization is cheap: a function has a full CPU then, and the caller waits anyway.
  await connect();
  return (event, context) =>
    handleRequest(deps, event, context?.awsRequestId ?? crypto.randomUUID());
}
