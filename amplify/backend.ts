import './well-formed.ts';
import { defineBackend } from '@aws-amplify/backend';
import { api } from './api/resource.ts';
import { auth, tighten } from './auth/resource.ts';
import { backendName } from './backend-name.ts';
import { entriesTable, letHandleEntries } from './entries/resource.ts';
import { restApi } from './gateway/resource.ts';
import { mail, mailNewEntries } from './mail/resource.ts';
import { isProduction, keepLogs } from './production.ts';
import { refuseCircularStacks } from './strict.ts';
import { watch } from './watch/resource.ts';

// The whole cloud on one page: accounts, the table, the function that writes it, the API in front, the mail.
refuseCircularStacks();
export const backend = defineBackend({ auth, api, mail });
const { lambda: handleApi } = backend.api.resources;
const { lambda: handleMail } = backend.mail.resources;

tighten(backend.auth.resources.cfnResources, isProduction(backend.stack));

const entries = entriesTable(backend.createStack('entries'));
letHandleEntries(handleApi, entries);
backend.api.addEnvironment('TABLE_NAME', entries.tableName);
backend.api.addEnvironment('BACKEND', backendName(backend.stack));

const undelivered = mailNewEntries(backend.mail.stack, handleMail, entries);
backend.mail.addEnvironment('TABLE_NAME', entries.tableName);
backend.mail.addEnvironment('BACKEND', backendName(backend.stack));

const gateway = restApi(backend.api.stack, handleApi, backend.auth.resources.userPool);

watch(backend.createStack('watch'), { api: gateway, handleApi, handleMail, entries, undelivered });
keepLogs(backend.stack);

backend.addOutput({
  custom: { API: { formstead: { endpoint: gateway.url, region: backend.stack.region } } },
});
