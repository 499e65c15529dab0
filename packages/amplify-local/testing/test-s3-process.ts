/** For tests that kill it: S3 with its state in a folder. Prints where it is and a function's credentials. */
import { openFunctionCredentials } from '../services/iam/function-credentials.ts';
import { startLocalS3 } from '../services/s3/local-s3.ts';
import type { Properties } from '../template/resource.ts';
import { bucketResources } from './bucket-resources.ts';

const [, , folder = '', properties = '{}'] = process.argv;
const credentials = openFunctionCredentials(folder);
const server = await startLocalS3({
  resources: bucketResources({ properties: JSON.parse(properties) as Properties }),
  folder,
  port: 0,
  credentials,
  functionNamed: () => undefined,
  log: console.error,
});
const environment = credentials.environmentFor('uploader');
process.stdout.write(`${JSON.stringify({ url: server.url, environment })}\n`);
