/**
 * The range of addresses that one network or one household usually has: the first 24 bits of an IPv4 address, the
 * first 48 of an IPv6 address. `undefined` for a text that is no address.
 */
export function addressRange(address: string): string | undefined {
  const [, mapped = address] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped)?.slice(1);
  if (bytes) return `${bytes.map(Number).join('.')}.0/24`;
  const groups = groupsOf(address);
  return groups && `${groups.slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] | undefined {
  const [start = '', end, ...more] = address.toLowerCase().split('::');
  if (more.length > 0 || !address.includes(':')) return undefined;
  const before = start.split(':').filter(Boolean);
  const after = (end ?? '').split(':').filter(Boolean);
  const missing = 8 - before.length - after.length;
  if (end === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((it) => /^[0-9a-f]{1,4}$/.test(it))) return undefined;
  return groups.map((it) => it.replace(/^0+(?=.)/, ''));
}
