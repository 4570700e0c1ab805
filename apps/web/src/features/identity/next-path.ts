/** Where to go after signing in: only a path of this site, never an address elsewhere. */
export function nextPath(params: URLSearchParams): string {
  const next = params.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

/** The same question carried over to another page of the sign-in family. */
export function withNext(path: string, params: URLSearchParams): string {
  const next = nextPath(params);
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
