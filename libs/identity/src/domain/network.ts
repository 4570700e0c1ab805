import { isIPv6 } from 'node:net';

/** The unit in which addresses are throttled: one IPv4 address, or the /64 network one IPv6 customer owns. */
export function networkOf(ipAddress: string | null): string {
  if (ipAddress === null) return 'unknown';
  const address = ipAddress.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  // An embedded IPv4 part stands for two groups, far behind the first four.
  const groups = back.length + front.length + (address.includes('.') ? 1 : 0);
  const all =
    tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - groups)).fill('0'), ...back];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
