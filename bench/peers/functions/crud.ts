import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { list, read, remove, submit } from './document-client-table.ts';

/** The tutorials' handler: one switch, and the body as JSON. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const username = String(event.requestContext.authorizer?.['claims']['cognito:username']);
  const id = event.pathParameters?.['id'] ?? '';
  let statusCode = 200;
  let body: unknown;
  try {
    switch (`${event.httpMethod} ${event.resource}`) {
      case 'POST /{form}':
        body = await submit(username, JSON.parse(event.body ?? '{}') as object);
        statusCode = 201;
        break;
      case 'GET /{form}':
        body = await list(username);
        break;
      case 'GET /{form}/{id}':
        body = await read(username, id);
        break;
      case 'DELETE /{form}/{id}':
        body = await remove(username, id);
        break;
      default:
        throw new Error(`Unsupported route: ${event.httpMethod} ${event.resource}`);
    }
  } catch (error) {
    statusCode = 400;
    body = { message: (error as Error).message };
  }
  return {
    statusCode,
    headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    body: JSON.stringify(body),
  };
}
