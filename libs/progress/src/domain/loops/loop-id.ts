import { createHash } from 'node:crypto';

/** The id of a client's loop of one kind: the same in every run, so that it exists before anybody speaks on it. */
export function loopIdOf(clientId: string, kind: string): string {
  const hex = createHash('sha256').update(`loop:${clientId}:${kind}`).digest('hex');
  // Version 8 (custom) of RFC 9562.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
