import { createHash } from 'node:crypto';
import { AppConfig } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { throttled } from '../domain/errors';
import { networkOf } from '../domain/network';
import { type AccountRequest, Throttle } from '../domain/ports';
import { comparableEmail } from '../domain/user';

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** Guesses from one network over all e-mails, as a multiple of those for one. */
const NETWORK_FACTOR = 10;

/** Mails one address may be sent in an hour because somebody asked for them. */
const MAILS_PER_HOUR = 6;

/**
 * Counters in PostgreSQL, shared by all API processes; in memory while the database does not answer. Attempts are
 * counted before the password is compared and taken back on success, so that guesses in parallel count as well.
 * Keys are hashes: the table tells nobody who tried to sign in.
 */
@Injectable()
export class PostgresThrottle extends Throttle {
  private readonly perEmail: RateLimiterPostgres;
  private readonly perNetwork: RateLimiterPostgres;
  private readonly requests: RateLimiterPostgres;
  private readonly mails: RateLimiterPostgres;

  constructor(dataSource: DataSource, config: AppConfig) {
    super();
    const limiter = (
      keyPrefix: string,
      points: number,
      duration: number,
      cleans = false,
    ): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        tableName: 'sign_in_limits',
        // The migrations made it: the application role may not.
        tableCreated: true,
        clearExpiredByTimeout: cleans,
        keyPrefix,
        points,
        duration,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
      });
    this.perEmail = limiter('sign-in', config.SIGN_IN_ATTEMPTS, QUARTER_HOUR, true);
    this.perNetwork = limiter('network', config.SIGN_IN_ATTEMPTS * NETWORK_FACTOR, QUARTER_HOUR);
    this.requests = limiter('request', config.ACCOUNT_REQUESTS_PER_HOUR, HOUR);
    this.mails = limiter('mail', MAILS_PER_HOUR, HOUR);
  }

  async countAttempt(ipAddress: string | null, email: string): Promise<void> {
    await consume(this.perNetwork, networkKey(ipAddress));
    await consume(this.perEmail, emailKey(ipAddress, email));
  }

  async attemptSucceeded(ipAddress: string | null, email: string): Promise<void> {
    await this.perEmail.delete(emailKey(ipAddress, email));
    await this.perNetwork.reward(networkKey(ipAddress));
  }

  countRequest(request: AccountRequest, ipAddress: string | null): Promise<void> {
    return consume(this.requests, digest(request, networkOf(ipAddress)));
  }

  countMail(email: string): Promise<number> {
    return secondsToWait(this.mails, digest(comparableEmail(email)));
  }
}

const digest = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');
const networkKey = (ipAddress: string | null): string => digest(networkOf(ipAddress));
const emailKey = (ipAddress: string | null, email: string): string =>
  digest(networkOf(ipAddress), comparableEmail(email));

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  const seconds = await secondsToWait(limiter, key);
  if (seconds > 0) throw throttled(seconds);
}

/** Counts one use; 0 when it is within the limit, else the seconds until the window ends. */
async function secondsToWait(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}
