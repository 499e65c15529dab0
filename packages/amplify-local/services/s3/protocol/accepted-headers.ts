import { failS3 } from './s3-failure.ts';
import { headerOf, type S3Request } from './s3-request.ts';

/** The headers of S3's own that are read, or that make no difference here. Any other is refused. */
const accepted =
  /^x-amz-(acl|checksum-\w+|content-sha256|copy-source|date|decoded-content-length|meta-.*|metadata-directive|sdk-checksum-algorithm|security-token|server-side-encryption|storage-class|tagging|tagging-directive|trailer|user-agent|expected-bucket-owner)$/;

/** Throws for headers that would mean something in AWS and nothing here. */
export function refuseUnknownHeaders(request: S3Request): void {
  for (const name of Object.keys(request.headers))
    if (name.startsWith('x-amz-') && !accepted.test(name)) failS3('NotImplemented');
  const only = (name: string, ...values: string[]) =>
    values.includes(headerOf(request, name) ?? values[0] ?? '');
  if (!only('x-amz-acl', 'private', 'bucket-owner-full-control'))
    failS3('AccessControlListNotSupported');
  if (!only('x-amz-storage-class', 'STANDARD')) failS3('InvalidStorageClass');
  if (!only('x-amz-server-side-encryption', 'AES256')) failS3('NotImplemented');
  if (!only('x-amz-checksum-type', 'COMPOSITE')) failS3('NotImplemented');
}
