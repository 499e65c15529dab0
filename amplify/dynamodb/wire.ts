import type { Socket } from 'node:net';
import type * as Tls from 'node:tls';
import { answerIn, failure, type Answered } from './answer.ts';

export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One exchange with one server; rejects when there was none, with Node's `code` for why. */
export type Wire = (sent: Sent) => Promise<Answered>;

/**
 * HTTP over connections that stay open. By hand, because Node's own client is a quarter of a cold start
 * and of each call: docs/decisions/0018-a-lean-client.md.
 * @param patience milliseconds from asking to the end of the answer, connecting included
 */
export function createWire(endpoint: URL, patience: number): Wire {
  const idle: Line[] = [];
  return async (sent) => {
    let line = idle.pop();
    while (line?.isOpen() === false) line = idle.pop();
    line ??= openLine(connectTo(endpoint));
    const answer = await line.ask(messageOf(sent), patience);
    idle.push(line);
    return answer;
  };
}

type Line = {
  readonly isOpen: () => boolean;
  readonly ask: (message: string, patience: number) => Promise<Answered>;
};

type Waiting = {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: Error) => void;
};

/** A connection, on which one question at a time is asked. */
function openLine(socket: Socket): Line {
  let waiting: Waiting | undefined;
  let bytes = Buffer.of();
  socket.setNoDelay();
  socket.on('data', (piece) => {
    // What comes while nobody waits is no answer to the next question.
    if (!waiting) return socket.destroy();
    try {
      bytes = Buffer.concat([bytes, piece]);
      const answer = answerIn(bytes);
      if (answer) waiting.resolve(answer);
      if (answer?.isLast) socket.destroy();
    } catch (error) {
      socket.destroy(error as Error);
    }
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    waiting?.reject(Object.assign(error, { name: error.code ?? error.name }));
  });
  socket.on('close', () => waiting?.reject(failure('ECONNRESET')));
  return {
    isOpen: () => socket.readyState === 'open',
    ask: (message, patience) =>
      new Promise((resolve, reject) => {
        bytes = Buffer.of();
        const clock = setTimeout(() => socket.destroy(failure('ETIMEDOUT')), patience);
        const after =
          <It>(then: (it: It) => void) =>
          (it: It) => {
            waiting = undefined;
            clearTimeout(clock);
            socket.unref();
            then(it);
          };
        waiting = { resolve: after(resolve), reject: after(reject) };
        socket.ref().write(message);
      }),
  };
}

function messageOf({ method, headers, body = '' }: Sent): string {
  const all = { ...headers, 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} / HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** An `import` of either would evaluate all they export, which takes as long as what is needed (nodejs/node#59686). */
function connectTo({ protocol, hostname, port }: URL): Socket {
  const isPlain = protocol === 'http:';
  const { connect } = process.getBuiltinModule(isPlain ? 'node:net' : 'node:tls') as typeof Tls;
  return connect({
    host: hostname,
    port: Number(port || (isPlain ? 80 : 443)),
    servername: hostname,
  });
}
