import { nextPath, withNext } from './next-path';

const asked = (next: string) => new URLSearchParams({ next });

describe('nextPath', () => {
  it('leads back to a page of this site', () => {
    expect(nextPath(asked('/sessions/1?tab=insight#u-4'))).toBe('/sessions/1?tab=insight#u-4');
  });

  it.each(['https://elsewhere.test', '//elsewhere.test', '/\\elsewhere.test', 'javascript:alert(1)', ''])(
    'never leads to %j',
    (next) => {
      expect(nextPath(asked(next))).toBe('/');
    },
  );

  it('is carried from page to page', () => {
    expect(withNext('/sign-up', asked('/growth'))).toBe('/sign-up?next=%2Fgrowth');
    expect(withNext('/sign-up', new URLSearchParams())).toBe('/sign-up');
  });
});
