/** A record of DynamoDB Streams. Its item is passed on without being read. */
export type StreamRecord = {
  readonly eventName: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Seconds since 1970. */
    readonly ApproximateCreationDateTime: number;
  };
};

export function sequenceOf({ dynamodb }: StreamRecord): string {
  return dynamodb.SequenceNumber;
}

/** Milliseconds since 1970. */
export function arrivalOf({ dynamodb }: StreamRecord): number {
  return dynamodb.ApproximateCreationDateTime * 1000;
}
