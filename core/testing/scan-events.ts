/** An object as GuardDuty names it. */
type ScannedObject = {
  readonly bucketName: string;
  readonly objectKey: string;
  readonly eTag: string | null;
};

/**
 * The event that GuardDuty sends when it has scanned an object, in the form that AWS documents:
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export function aScan(scanResultStatus: string, object: ScannedObject): object {
  const isCompleted = scanResultStatus.endsWith('THREATS_FOUND');
  return {
    version: '0',
    id: '72c7d362-737a-6dce-fc78-9e27a0171419',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    source: 'aws.guardduty',
    account: '000000000000',
    time: '2026-11-20T09:41:00Z',
    region: 'us-east-1',
    resources: ['arn:aws:guardduty:us-east-1:000000000000:malware-protection-plan/plan'],
    detail: {
      schemaVersion: '1.0',
      scanStatus: isCompleted ? 'COMPLETED' : 'SKIPPED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { ...object, versionId: null, s3Throttled: false },
      scanResultDetails: {
        scanResultStatus,
        threats: scanResultStatus === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File' }] : null,
      },
    },
  };
}
