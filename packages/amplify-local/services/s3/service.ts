import type { Service } from '../../template/service.ts';
import { region } from '../../template/arn.ts';
import { named, unnamed } from '../../template/resource-naming.ts';
import { iam } from '../iam/service.ts';
import { lambda } from '../lambda/service.ts';
import { notificationsType, refuseUnpermitted } from './bucket-notifications.ts';
import { startLocalS3, type LocalS3 } from './local-s3.ts';
import { bucketArn } from './operations/operation.ts';
import { s3Stream } from './s3-server.ts';

/** Buckets, for functions and for pages that have a presigned URL. */
export const s3: Service<LocalS3> = {
  name: 's3',
  resources: {
    'AWS::S3::Bucket': {
      // A bucket's name may not contain capitals.
      id: (self) => named('BucketName')(self).toLowerCase(),
      attributes: {
        Arn: (name) => bucketArn({ name }),
        DomainName: (id) => `${id}.s3.amazonaws.com`,
        RegionalDomainName: (id) => `${id}.s3.${region}.amazonaws.com`,
      },
    },
    'AWS::S3::BucketPolicy': unnamed,
    [notificationsType]: unnamed,
  },
  ignored: {
    'Custom::S3AutoDeleteObjects': {
      because: 'empties a bucket before it is deleted, and here its objects are deleted with it',
    },
  },
  check: refuseUnpermitted,
  async start({ backend, state, ports, log, use }) {
    const started = await startLocalS3({
      resources: backend.resources,
      folder: state,
      port: ports.s3,
      credentials: use(iam),
      functionNamed: use(lambda).functionNamed,
      log,
    });
    await use(lambda).provide({ AWS_ENDPOINT_URL_S3: started.url });
    started.deliverEvents();
    return {
      api: started,
      update: (next) => started.update(next.resources),
      close: () => started.close(),
      handleAwsStream: s3Stream(started.handle, started.hasBucket),
    };
  },
};
