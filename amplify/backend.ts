import '#forms/check-forms-on-import.ts';
import { appAddress } from './app-address.ts';
import { isOpen } from '#core/form/define-form.ts';
import { forms } from '#forms/index.ts';
import { defineBackend } from '@aws-amplify/backend';
import { api } from './api/resource.ts';
import { auth, hardenAuth } from './auth/resource.ts';
import { backendName } from './backend-name.ts';
import { connectCountsToStream, counts, recountEveryNight } from './counts/resource.ts';
import { entriesTable, grantEntriesAccess, grantOpenEntriesAccess } from './entries/resource.ts';
import {
  connectEvents,
  eventsTable,
  grantOwners,
  grantRecording,
  webhookSender,
} from './events/resource.ts';
import { connectEraserToStream, eraser } from './files/eraser/resource.ts';
import { filesBucket, filesEndpoint, grantFilesAccess } from './files/resource.ts';
import { scanner } from './files/scanner/resource.ts';
import { connectShrinkerToBucket, shrinker } from './files/shrinker/resource.ts';
import { firewall } from './firewall/resource.ts';
import { restApi } from './gateway/resource.ts';
import { open, reserveSandboxes } from './open/resource.ts';
import { mail, connectMailToStream } from './mail/resource.ts';
import { isProduction, retainLogs } from './production.ts';
import { refuseCircularStacks } from './refuse-circular-stacks.ts';
import { watch } from './watch/resource.ts';

// The whole cloud on one page: user accounts, the tables, the bucket, the function that writes to them, its API, mail
// and webhooks.
refuseCircularStacks();
export const backend = defineBackend({
  auth,
  api,
  open,
  mail,
  counts,
  webhooks: webhookSender,
  eraser,
  shrinker,
});
const { lambda: apiFunction } = backend.api.resources;
const { lambda: openFunction } = backend.open.resources;
const { lambda: mailFunction } = backend.mail.resources;
const { lambda: countsFunction } = backend.counts.resources;
const { lambda: webhooksFunction } = backend.webhooks.resources;
const { lambda: eraserFunction } = backend.eraser.resources;

hardenAuth(backend.auth.resources.cfnResources, isProduction(backend.stack));

const entries = entriesTable(backend.createStack('entries'));
grantEntriesAccess(apiFunction, entries);
backend.api.addEnvironment('TABLE_NAME', entries.tableName);
backend.api.addEnvironment('BACKEND', backendName(backend.stack));
grantOpenEntriesAccess(openFunction, entries);
backend.open.addEnvironment('TABLE_NAME', entries.tableName);
backend.open.addEnvironment('BACKEND', backendName(backend.stack));
reserveSandboxes(openFunction, { hasOpenForms: forms.some(isOpen) });

const files = filesBucket(backend.eraser.stack);
grantFilesAccess(apiFunction, files);
backend.api.addEnvironment('FILES_BUCKET', files.bucketName);

const unerased = connectEraserToStream(backend.eraser.stack, eraserFunction, {
  table: entries,
  bucket: files,
});
backend.eraser.addEnvironment('TABLE_NAME', entries.tableName);
backend.eraser.addEnvironment('FILES_BUCKET', files.bucketName);

connectShrinkerToBucket(backend.shrinker.resources.lambda, files);
backend.shrinker.addEnvironment('FILES_BUCKET', files.bucketName);

const scans = scanner(files, entries);
// The function closes what arrives from the moment on that there is a plan.
if (scans) backend.api.addEnvironment('MALWARE_PLAN', scans.plan.ref);

const undelivered = connectMailToStream(backend.mail.stack, mailFunction, {
  table: entries,
  notifies: forms.some(({ notify }) => notify !== undefined),
});
backend.mail.addEnvironment('TABLE_NAME', entries.tableName);
backend.mail.addEnvironment('BACKEND', backendName(backend.stack));

const uncounted = connectCountsToStream(backend.counts.stack, countsFunction, entries);
backend.counts.addEnvironment('TABLE_NAME', entries.tableName);
recountEveryNight(backend.counts.stack, countsFunction);

const deliveries = eventsTable(backend.createStack('events'));
grantRecording(countsFunction, deliveries);
backend.counts.addEnvironment('EVENTS_TABLE', deliveries.tableName);
backend.counts.addEnvironment('APP_ADDRESS', appAddress(process.env));
grantOwners(apiFunction, deliveries);
backend.api.addEnvironment('EVENTS_TABLE', deliveries.tableName);
connectEvents(backend.webhooks.stack, webhooksFunction, deliveries);
backend.webhooks.addEnvironment('EVENTS_TABLE', deliveries.tableName);

const gateway = restApi(
  backend.api.stack,
  { api: apiFunction, open: openFunction },
  backend.auth.resources.userPool,
);
firewall(gateway);

watch(backend.createStack('watch'), {
  api: gateway,
  apiFunction,
  countsFunction,
  mailFunction,
  entries,
  undelivered,
  unerased,
  uncounted,
  scans,
});
retainLogs(backend.stack);

backend.addOutput({
  custom: {
    API: { formstead: { endpoint: gateway.url, region: backend.stack.region } },
    filesEndpoint: filesEndpoint(files),
  },
});
