/** A request as far as it shows who is at the other end. */
export interface PeerRequest {
  /** Address of the other end of the connection itself, whatever headers say. */
  peer: string | undefined;
  headers: Record<string, unknown>;
}

const LOOPBACK_PEER = /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/;
const LOOPBACK_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i;
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * True only for someone at this machine: the peer is loopback, no proxy stands in between, and the address asked for is
 * a loopback one (a foreign name that resolves to 127.0.0.1 is DNS rebinding).
 */
export function isFromThisMachine({ peer, headers }: PeerRequest): boolean {
  const host = headers['host'];
  return (
    LOOPBACK_PEER.test(peer ?? '') &&
    PROXY_HEADERS.every((name) => headers[name] === undefined) &&
    typeof host === 'string' &&
    LOOPBACK_HOST.test(host)
  );
}
