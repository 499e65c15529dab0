import { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { cors } from 'hono/cors';
import { list, read, remove, submit } from './document-client-table.ts';

const app = new Hono<{ Bindings: { event: LambdaEvent } }>();

function usernameIn(event: LambdaEvent): string {
  const { authorizer } = event.requestContext as { authorizer?: { claims?: object } };
  return String((authorizer?.claims as Record<string, string> | undefined)?.['cognito:username']);
}

app.use('*', cors());
app.post('/:form', async (it) =>
  it.json(await submit(usernameIn(it.env.event), await it.req.json()), 201),
);
app.get('/:form', async (it) => it.json(await list(usernameIn(it.env.event))));
app.get('/:form/:id', async (it) =>
  it.json(await read(usernameIn(it.env.event), it.req.param('id'))),
);
app.delete('/:form/:id', async (it) =>
  it.json(await remove(usernameIn(it.env.event), it.req.param('id'))),
);

export const handler = handle(app);
