/** What a request tells about where it was made. */
export interface RequestOrigin {
  method: string;
  /** `Host` header. */
  host: string | undefined;
  /** `Origin` header. */
  origin: string | undefined;
  /** `Sec-Fetch-Site` header; browsers set it and pages cannot. */
  fetchSite: string | undefined;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something may rely on the browser's cookie. It may when the browser says the page is
 * ours, or when its `Origin` is this host or the address people use. No sign at all is a refusal: every browser that
 * could be abused sends at least one.
 */
export function mayUseCookie(request: RequestOrigin, appUrl: string): boolean {
  if (SAFE.has(request.method) || request.fetchSite === 'same-origin') return true;
  if (request.origin !== undefined) return isOurs(request.origin, request.host, appUrl);
  return request.fetchSite === 'none';
}

/**
 * Whether an anonymous request that changes something (sign in, register) comes from a page of another site, which
 * would let that site sign a visitor in to an account of its own choosing. Callers that are no browsers send no sign.
 */
export function isFromAnotherSite(request: RequestOrigin, appUrl: string): boolean {
  if (SAFE.has(request.method) || request.fetchSite === 'same-origin') return false;
  if (request.origin !== undefined) return !isOurs(request.origin, request.host, appUrl);
  return request.fetchSite === 'cross-site' || request.fetchSite === 'same-site';
}

function isOurs(origin: string, host: string | undefined, appUrl: string): boolean {
  // `null`, the origin of sandboxed pages, is no address and is not ours.
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return url.host === host?.toLowerCase() || (URL.canParse(appUrl) && url.origin === new URL(appUrl).origin);
}
