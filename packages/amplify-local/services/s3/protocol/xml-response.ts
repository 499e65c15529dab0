import { element, withReferences, type Content } from '../../../machine/xml.ts';
import type { S3Response } from './s3-request.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function xmlResponse(name: string, content: Content): S3Response {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, content, namespace, withReferences)}`,
  };
}
