import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where a program listens. */
export type Listening = { readonly host: string; readonly port: number; readonly program: string };

/** Every TCP port that a process or one it started listens on, as Linux tells it. */
export function listeningOf(pid: number): readonly Listening[] {
  const sockets = new Map(
    ['tcp', 'tcp6'].flatMap((kind) =>
      readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n').slice(1).flatMap(socketIn),
    ),
  );
  return familyOf(pid).flatMap((member) =>
    inodesOf(member).flatMap((inode) => {
      const place = sockets.get(inode);
      return place ? [{ ...place, program: programOf(member) }] : [];
    }),
  );
}

const listens = '0A';

function socketIn(line: string): readonly [string, { host: string; port: number }][] {
  const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
  if (state !== listens) return [];
  const [address = '', port = ''] = local.split(':');
  return [[inode, { host: hostOf(address), port: Number.parseInt(port, 16) }]];
}

/** Linux writes each four bytes of it as the number they are on this machine. */
function hostOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    [...Buffer.from(word, 'hex')].toReversed(),
  );
  if (bytes.length === 4) return bytes.join('.');
  const pairs = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  return new URL(`http://[${pairs.join(':')}]`).hostname.slice(1, -1);
}

function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((it) => /^\d+$/.test(it))
    .map((it) => [Number(it), parentOf(it)] as const);
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

function parentOf(pid: string): number | undefined {
  // The name before it is anything in brackets.
  return ifItLives(() =>
    Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]),
  );
}

function inodesOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  const files = ifItLives(() => readdirSync(folder)) ?? [];
  return files.flatMap((file) => {
    const target = ifItLives(() => readlinkSync(`${folder}/${file}`)) ?? '';
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    return inode === undefined ? [] : [inode];
  });
}

function programOf(pid: number): string {
  return ifItLives(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()) ?? '';
}

/** A process may end while it is looked at. */
function ifItLives<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
