import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** An address and a port that a program listens on. */
export type OpenPort = { readonly host: string; readonly port: number; readonly program: string };

/** Every TCP port that a process or its children listen on, read from Linux's /proc. */
export function openPortsOf(pid: number): readonly OpenPort[] {
  const sockets = new Map(
    ['tcp', 'tcp6'].flatMap((kind) =>
      readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n').slice(1).flatMap(socketIn),
    ),
  );
  return familyOf(pid).flatMap((member) =>
    inodesOf(member).flatMap((inode) => {
      const address = sockets.get(inode);
      return address ? [{ ...address, program: programOf(member) }] : [];
    }),
  );
}

const listenState = '0A';

function socketIn(line: string): readonly [string, { host: string; port: number }][] {
  const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
  if (state !== listenState) return [];
  const [address = '', port = ''] = local.split(':');
  return [[inode, { host: hostOf(address), port: Number.parseInt(port, 16) }]];
}

/** Linux prints an address as 32-bit numbers in the machine's byte order. */
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
  // The command name, in brackets, may contain anything.
  return ifStillRunning(() =>
    Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]),
  );
}

function inodesOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  const files = ifStillRunning(() => readdirSync(folder)) ?? [];
  return files.flatMap((file) => {
    const target = ifStillRunning(() => readlinkSync(`${folder}/${file}`)) ?? '';
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    return inode === undefined ? [] : [inode];
  });
}

function programOf(pid: number): string {
  return ifStillRunning(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()) ?? '';
}

/** A process may end while its files are read. */
function ifStillRunning<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
