import { createHash, randomUUID } from 'node:crypto';
import { openJsonFile } from '../../machine/json-file.ts';
import type { QueueSettings } from './queue-settings.ts';

type Message = {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970, like all times here. */
  readonly sentAt: number;
  receives: number;
  firstReceivedAt?: number;
  visibleAt: number;
  receipt?: string;
};

export type Received = {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly MD5OfBody: string;
  readonly Body: string;
  readonly Attributes: Readonly<Record<string, string>>;
};

/** A standard queue: received messages come again unless deleted; sent messages survive a crash. */
export type Queue = {
  readonly settings: QueueSettings;
  send(body: string): Promise<{ readonly MessageId: string; readonly MD5OfMessageBody: string }>;
  receive(limit: number, visibilityTimeout?: number): Promise<readonly Received[]>;
  delete(receipt: string): Promise<void>;
  /** Hides a received message for this many seconds from now. */
  hide(receipt: string, seconds: number): Promise<void>;
  purge(): Promise<void>;
  /** How many messages can be received now, and how many are being processed. */
  counts(): { readonly visible: number; readonly inFlight: number };
};

type Deps = { readonly file: string; readonly now?: () => number };

export function createQueue(settings: QueueSettings, { file, now = Date.now }: Deps): Queue {
  const stored = openJsonFile<Message[]>(file, []);

  function unexpired(): Message[] {
    const oldest = now() - settings.retention * 1000;
    stored.value = stored.value.filter(({ sentAt }) => sentAt > oldest);
    return stored.value;
  }

  return {
    settings,

    async send(body) {
      const message = { id: randomUUID(), body, sentAt: now(), receives: 0, visibleAt: now() };
      unexpired().push(message);
      await stored.save();
      return { MessageId: message.id, MD5OfMessageBody: md5(body) };
    },

    async receive(limit, visibilityTimeout = settings.visibilityTimeout) {
      const visible = unexpired().filter(({ visibleAt }) => visibleAt <= now());
      const received = visible.slice(0, limit).map((message) => {
        message.receives += 1;
        message.firstReceivedAt ??= now();
        message.visibleAt = now() + visibilityTimeout * 1000;
        message.receipt = randomUUID();
        return toReceived(message);
      });
      if (received.length > 0) await stored.save();
      return received;
    },

    async delete(receipt) {
      stored.value = unexpired().filter((it) => it.receipt !== receipt);
      await stored.save();
    },

    async hide(receipt, seconds) {
      const message = unexpired().find((it) => it.receipt === receipt);
      if (message) message.visibleAt = now() + seconds * 1000;
      await stored.save();
    },

    async purge() {
      stored.value = [];
      await stored.save();
    },

    counts() {
      const all = unexpired();
      const visible = all.filter(({ visibleAt }) => visibleAt <= now()).length;
      return { visible, inFlight: all.length - visible };
    },
  };
}

function toReceived({
  id,
  body,
  receipt = '',
  sentAt,
  receives,
  firstReceivedAt,
}: Message): Received {
  return {
    MessageId: id,
    ReceiptHandle: receipt,
    MD5OfBody: md5(body),
    Body: body,
    Attributes: {
      SentTimestamp: String(sentAt),
      ApproximateReceiveCount: String(receives),
      ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
    },
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
