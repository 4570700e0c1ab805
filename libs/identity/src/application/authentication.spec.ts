import { Clock } from '@app/platform';
import { ModuleRef } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ClientLink } from '../domain/ports';
import { type FoundSignIn, SignInReader } from '../domain/repositories';
import { hashToken, newSessionToken } from '../domain/secret-token';
import { Authentication } from './authentication';

const NOW = new Date('2026-03-12T09:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

class FakeReader extends SignInReader {
  readonly asked: Buffer[] = [];
  readonly prolonged: [string, Date, Date][] = [];

  constructor(private readonly found: FoundSignIn | null) {
    super();
  }

  find(tokenHash: Buffer): Promise<FoundSignIn | null> {
    this.asked.push(tokenHash);
    return Promise.resolve(this.found);
  }

  prolong(...call: [string, Date, Date]): Promise<void> {
    this.prolonged.push(call);
    return Promise.resolve();
  }
}

async function authenticationWith(reader: FakeReader, link?: ClientLink): Promise<Authentication> {
  const module = await Test.createTestingModule({
    providers: link ? [{ provide: ClientLink, useValue: link }] : [],
  }).compile();
  return new Authentication(reader, Object.assign(new Clock(), { now: () => NOW }), module.get(ModuleRef));
}

const signIn = (change: Partial<FoundSignIn> = {}): FoundSignIn => ({
  tokenId: 'token-1',
  userId: 'user-1',
  role: 'coach',
  emailVerified: true,
  lastUsedAt: NOW,
  ...change,
});

describe('Authentication', () => {
  it('looks a token up by its hash', async () => {
    const reader = new FakeReader(signIn());
    const token = newSessionToken();
    expect(await (await authenticationWith(reader)).authenticate(token)).toEqual({
      principal: { userId: 'user-1', role: 'coach', coachId: 'user-1', clientId: null },
      tokenId: 'token-1',
      emailVerified: true,
      prolonged: false,
    });
    expect(reader.asked).toEqual([hashToken(token)]);
  });

  it.each([[''], ['hello'], [newSessionToken().slice(3)], [`${newSessionToken()}x`]])(
    'does not ask the database about %s',
    async (token) => {
      const reader = new FakeReader(signIn());
      expect(await (await authenticationWith(reader)).authenticate(token)).toBeNull();
      expect(reader.asked).toEqual([]);
    },
  );

  it.each([
    [59_999, false],
    [60_000, true],
  ])('prolongs a sign-in last used %d ms ago: %s', async (ago, prolongs) => {
    const reader = new FakeReader(signIn({ lastUsedAt: new Date(NOW.getTime() - ago) }));
    const who = await (await authenticationWith(reader)).authenticate(newSessionToken());
    expect(who?.prolonged).toBe(prolongs);
    expect(reader.prolonged).toEqual(prolongs ? [['token-1', NOW, new Date(NOW.getTime() + 30 * DAY)]] : []);
  });

  it('gives a portal user the linked client, and nobody’s rows without a link', async () => {
    const link = { find: () => Promise.resolve({ coachId: 'coach-9', clientId: 'client-9' }) };
    const linked = await authenticationWith(new FakeReader(signIn({ role: 'client' })), link);
    expect((await linked.authenticate(newSessionToken()))?.principal).toEqual({
      userId: 'user-1',
      role: 'client',
      coachId: 'coach-9',
      clientId: 'client-9',
    });
    const alone = await authenticationWith(new FakeReader(signIn({ role: 'client' })));
    expect((await alone.authenticate(newSessionToken()))?.principal).toEqual({
      userId: 'user-1',
      role: 'client',
      coachId: 'user-1',
      clientId: 'user-1',
    });
  });
});
