import { defineBackend } from '@aws-amplify/backend';
import { api } from './api/resource.ts';
import { auth } from './auth/resource.ts';
import { entriesTable, letHandleEntries } from './entries/resource.ts';
import { restApi } from './gateway/resource.ts';

const backend = defineBackend({ auth, api });

const { lambda } = backend.api.resources;
const { userPool } = backend.auth.resources;

const entries = entriesTable(backend.createStack('entries'));
letHandleEntries(lambda, entries);
backend.api.addEnvironment('TABLE_NAME', entries.tableName);

const gateway = restApi(backend.api.stack, lambda, userPool);

backend.addOutput({
  custom: { API: { formstead: { endpoint: gateway.url, region: gateway.env.region } } },
});
