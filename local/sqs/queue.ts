import { createHash, randomUUID } from 'node:crypto';
import { keepJson } from '../kept-json.ts';
import type { QueueSettings } from './queue-settings.ts';

type Message = {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970, as are all its times. */
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

/** A standard queue: what is received and not deleted comes again; what is sent survives a crash. */
export type Queue = {
  readonly settings: QueueSettings;
  send(body: string): Promise<{ readonly MessageId: string; readonly MD5OfMessageBody: string }>;
  receive(limit: number, visibilityTimeout?: number): Promise<readonly Received[]>;
  delete(receipt: string): Promise<void>;
  /** Puts what was received out of sight for so many seconds from now. */
  hide(receipt: string, seconds: number): Promise<void>;
  purge(): Promise<void>;
  /** How many can be received now, and how many are with somebody. */
  counts(): { readonly visible: number; readonly inFlight: number };
};

type Deps = { readonly file: string; readonly now?: () => number };

export function createQueue(settings: QueueSettings, { file, now = Date.now }: Deps): Queue {
  const kept = keepJson<Message[]>(file, []);

  function remembered(): Message[] {
    const oldest = now() - settings.retention * 1000;
    kept.value = kept.value.filter(({ sentAt }) => sentAt > oldest);
    return kept.value;
  }

  return {
    settings,

    async send(body) {
      const message = { id: randomUUID(), body, sentAt: now(), receives: 0, visibleAt: now() };
      remembered().push(message);
      await kept.save();
      return { MessageId: message.id, MD5OfMessageBody: md5(body) };
    },

    async receive(limit, visibilityTimeout = settings.visibilityTimeout) {
      const visible = remembered().filter(({ visibleAt }) => visibleAt <= now());
      const received = visible.slice(0, limit).map((message) => {
        message.receives += 1;
        message.firstReceivedAt ??= now();
        message.visibleAt = now() + visibilityTimeout * 1000;
        message.receipt = randomUUID();
        return told(message);
      });
      if (received.length > 0) await kept.save();
      return received;
    },

    async delete(receipt) {
      kept.value = remembered().filter((it) => it.receipt !== receipt);
      await kept.save();
    },

    async hide(receipt, seconds) {
      const message = remembered().find((it) => it.receipt === receipt);
      if (message) message.visibleAt = now() + seconds * 1000;
      await kept.save();
    },

    async purge() {
      kept.value = [];
      await kept.save();
    },

    counts() {
      const all = remembered();
      const visible = all.filter(({ visibleAt }) => visibleAt <= now()).length;
      return { visible, inFlight: all.length - visible };
    },
  };
}

function told({ id, body, receipt = '', sentAt, receives, firstReceivedAt }: Message): Received {
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
