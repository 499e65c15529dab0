import { Router } from '@aws-lambda-powertools/event-handler/http';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { list, read, remove, submit } from './document-client-table.ts';

const app = new Router();

function usernameIn(event: unknown): string {
  const { requestContext } = event as APIGatewayProxyEvent;
  return String(requestContext.authorizer?.['claims']['cognito:username']);
}

app.post('/:form', async ({ event, req }) => {
  const answers = (await req.json()) as object;
  return new Response(JSON.stringify(await submit(usernameIn(event), answers)), {
    status: 201,
    headers: { 'Content-Type': 'application/json' },
  });
});
app.get('/:form', async ({ event }) => list(usernameIn(event)) as Promise<never>);
app.get(
  '/:form/:id',
  async ({ event, params }) => read(usernameIn(event), params['id'] ?? '') as Promise<never>,
);
app.delete(
  '/:form/:id',
  async ({ event, params }) => remove(usernameIn(event), params['id'] ?? '') as Promise<never>,
);

export const handler = (event: unknown, context: Context) => app.resolve(event, context);
