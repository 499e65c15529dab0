import { defineBackend } from '@aws-amplify/backend';
import { api } from './api/resource.ts';
import { auth, tighten } from './auth/resource.ts';
import { entriesTable, letHandleEntries } from './entries/resource.ts';
import { restApi } from './gateway/resource.ts';
import { mail, mailNewEntries } from './mail/resource.ts';
import { isProduction } from './production.ts';

// The whole cloud on one page: accounts, the table, the function that writes it, the API in front, the mail.
const backend = defineBackend({ auth, api, mail });
const { lambda } = backend.api.resources;

tighten(backend.auth.resources.cfnResources, isProduction(backend.stack));

const entries = entriesTable(backend.createStack('entries'));
letHandleEntries(lambda, entries);
backend.api.addEnvironment('TABLE_NAME', entries.tableName);

mailNewEntries(backend.mail.stack, backend.mail.resources.lambda, entries);
backend.mail.addEnvironment('TABLE_NAME', entries.tableName);

const gateway = restApi(backend.api.stack, lambda, backend.auth.resources.userPool);

backend.addOutput({
  custom: { API: { formstead: { endpoint: gateway.url, region: backend.stack.region } } },
});
