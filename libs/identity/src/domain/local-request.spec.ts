import { isFromThisMachine } from './local-request';

describe('isFromThisMachine', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.8.0.1', '127.0.0.1'],
    ['::1', '[::1]:3000'],
    ['::ffff:127.0.0.1', 'LOCALHOST:3000'],
  ])('is true for %s asking for %s', (peer, host) => {
    expect(isFromThisMachine({ peer, headers: { host } })).toBe(true);
  });

  it.each([
    ['192.168.1.4', { host: 'localhost:3000' }],
    ['::ffff:10.0.0.1', { host: 'localhost:3000' }],
    [undefined, { host: 'localhost:3000' }],
    ['127.0.0.1', { host: 'rebound.example:3000' }],
    ['127.0.0.1', { host: '127.0.0.1.evil.example' }],
    ['127.0.0.1', {}],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '' }],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=10.0.0.1' }],
    ['127.0.0.1', { host: 'localhost', 'x-real-ip': '10.0.0.1' }],
    ['127.0.0.1', { host: 'localhost', via: '1.1 proxy' }],
  ])('is false for %s with %j', (peer, headers) => {
    expect(isFromThisMachine({ peer, headers })).toBe(false);
  });
});
