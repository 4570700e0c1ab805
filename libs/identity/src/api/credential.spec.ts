import { credentialOf } from './credential';

describe('credentialOf', () => {
  const cookies = { journeyloop_session: 'from-cookie' };

  it.each([
    ['Bearer from-header', {}, { token: 'from-header', by: 'header' }],
    ['bearer   from-header', cookies, { token: 'from-header', by: 'header' }],
    ['Basic aW5lczpwdw==', cookies, { token: 'from-cookie', by: 'cookie' }],
    ['Bearer', cookies, { token: 'from-cookie', by: 'cookie' }],
    ['Bearer two words', {}, null],
    [undefined, cookies, { token: 'from-cookie', by: 'cookie' }],
    [undefined, { journeyloop_session: '' }, null],
    [undefined, {}, null],
  ])('of %s and %j', (authorization, given, expected) => {
    expect(credentialOf({ headers: { authorization }, cookies: given })).toEqual(expected);
  });

  it('copes without the cookie plugin', () => {
    expect(credentialOf({ headers: {}, cookies: undefined as never })).toBeNull();
  });
});
