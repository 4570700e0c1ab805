import { isFromAnotherSite, mayUseCookie, type RequestOrigin } from './request-origin';

const APP_URL = 'https://coach.example';
const request = (given: Partial<RequestOrigin>): RequestOrigin => ({
  method: 'POST',
  host: '127.0.0.1:3000',
  origin: undefined,
  fetchSite: undefined,
  ...given,
});

describe('a request with the cookie', () => {
  it.each<[string, Partial<RequestOrigin>, boolean]>([
    ['reads', { method: 'GET', origin: 'https://evil.example', fetchSite: 'cross-site' }, true],
    ['writes without any sign', {}, false],
    ['writes from this host', { origin: 'http://127.0.0.1:3000' }, true],
    [
      'writes from this host, asked for in capitals',
      { host: 'LOCALHOST:3000', origin: 'http://localhost:3000' },
      true,
    ],
    ['writes from another port', { origin: 'http://127.0.0.1:3001' }, false],
    ['writes from the address people use', { origin: 'https://coach.example' }, true],
    ['writes from that address without encryption', { origin: 'http://coach.example' }, false],
    ['writes from a name that begins alike', { origin: 'https://coach.example.evil.example' }, false],
    ['writes from an opaque origin', { origin: 'null' }, false],
    ['writes from a file', { origin: 'file://127.0.0.1:3000' }, false],
    ['writes from a browser extension', { origin: 'chrome-extension://abc' }, false],
    [
      'writes behind a proxy that renames the host',
      { origin: 'https://other.example', fetchSite: 'same-origin' },
      true,
    ],
    ['writes by the person themselves', { fetchSite: 'none' }, true],
    ['writes from a sister site', { fetchSite: 'same-site' }, false],
    [
      'writes from elsewhere, whatever the fetch site',
      { origin: 'https://evil.example', fetchSite: 'none' },
      false,
    ],
  ])('that %s', (_, given, allowed) => {
    expect(mayUseCookie(request(given), APP_URL)).toBe(allowed);
  });
});

describe('an anonymous request', () => {
  it.each<[string, Partial<RequestOrigin>, boolean]>([
    ['of no browser', {}, false],
    ['of this host', { origin: 'http://127.0.0.1:3000' }, false],
    ['of another site', { origin: 'https://evil.example' }, true],
    ['of an opaque origin', { origin: 'null' }, true],
    ['of another site that hides its origin', { fetchSite: 'cross-site' }, true],
    ['of a sister site that hides its origin', { fetchSite: 'same-site' }, true],
    ['of another site that reads', { method: 'HEAD', origin: 'https://evil.example' }, false],
  ])('%s', (_, given, foreign) => {
    expect(isFromAnotherSite(request(given), APP_URL)).toBe(foreign);
  });
});
