import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { APIGatewayProxyHandler } from 'aws-lambda';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env['TABLE_NAME'];

export const handler: APIGatewayProxyHandler = async (event) => {
  if (event.path === '/pictures') {
    const Key = `pictures/${randomUUID()}.jpg`;
    const Bucket = process.env['PICTURES_BUCKET_NAME'];
    const command = new PutObjectCommand({ Bucket, Key, ContentType: 'image/jpeg' });
    return reply(201, { Key, url: await getSignedUrl(new S3Client({}), command) });
  }
  if (event.httpMethod === 'POST') {
    const { text } = JSON.parse(event.body ?? '{}') as { text?: string };
    const email = String(event.requestContext.authorizer?.['claims'].email);
    const Item = { id: randomUUID(), text, email };
    await client.send(new PutCommand({ TableName, Item }));
    return reply(201, Item);
  }
  const { Items } = await client.send(new ScanCommand({ TableName }));
  return reply(200, Items);
};

function reply(statusCode: number, body: unknown) {
  return {
    statusCode,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
    },
    body: JSON.stringify(body),
  };
}
