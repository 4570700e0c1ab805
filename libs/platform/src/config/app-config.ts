import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, validateSync } from 'class-validator';

const asBoolean = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? ['1', 'true', 'on', 'yes'].includes(value.toLowerCase()) : value;

/** Every setting the processes read, validated at boot. `docs/operations.md` lists what each switches on. */
export class AppConfig {
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'production';

  /** Connection of the application role, which owns nothing and is subject to row-level security. */
  @IsString()
  DATABASE_URL!: string;

  /** Connections each process may hold. */
  @Transform(({ value }) => (value === undefined ? 10 : Number(value)))
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL_SIZE: number = 10;

  @IsString()
  REDIS_URL!: string;

  @Transform(({ value }) => (value === undefined ? 3000 : Number(value)))
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number = 3000;

  /** Address to listen on. Loopback unless set: a fresh installation is not offered to the network unasked. */
  @IsString()
  HOST: string = '127.0.0.1';

  /** The address people use, for links in mail and the origin check. Default: the listening address. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  APP_URL?: string;

  /** Proxies in front that set X-Forwarded-For. */
  @Transform(({ value }) => (value === undefined ? 0 : Number(value)))
  @IsInt()
  @Min(0)
  @Max(10)
  TRUSTED_PROXIES: number = 0;

  /** `smtp://user:password@host:port`; without it mail is captured in the database. */
  @IsOptional()
  @IsString()
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM: string = 'JourneyLoop <no-reply@journeyloop.local>';

  /** Parts of session content a worker process analyses at once. */
  @Transform(({ value }) => (value === undefined ? 4 : Number(value)))
  @IsInt()
  @Min(1)
  @Max(64)
  WORKER_CONCURRENCY: number = 4;

  /** Port of the worker's health endpoint; 0 turns it off. */
  @Transform(({ value }) => (value === undefined ? 0 : Number(value)))
  @IsInt()
  @Min(0)
  @Max(65535)
  WORKER_HEALTH_PORT: number = 0;

  /** Seconds after which a worker that stopped renewing its lease is considered gone. */
  @Transform(({ value }) => (value === undefined ? 15 : Number(value)))
  @IsInt()
  @Min(2)
  @Max(600)
  WORKER_LEASE_SECONDS: number = 15;

  /** Failed sign-ins allowed per address and e-mail in a quarter of an hour. */
  @Transform(({ value }) => (value === undefined ? 10 : Number(value)))
  @IsInt()
  @Min(1)
  SIGN_IN_ATTEMPTS: number = 10;

  /** Registrations, and requests for a new password, allowed per address in an hour. */
  @Transform(({ value }) => (value === undefined ? 20 : Number(value)))
  @IsInt()
  @Min(1)
  ACCOUNT_REQUESTS_PER_HOUR: number = 20;

  /** Cookie only over https. Default: when APP_URL is https. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  COOKIE_SECURE?: boolean;

  /** Reads and validates the environment; throws one readable error naming every bad variable. */
  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): AppConfig {
    const known = Object.fromEntries(
      Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
    );
    const config = plainToInstance(AppConfig, known, { exposeDefaultValues: true });
    const errors = validateSync(config, { whitelist: false, forbidUnknownValues: false });
    if (errors.length > 0) {
      const lines = errors.map((e) => `  ${e.property}: ${Object.values(e.constraints ?? {}).join('; ')}`);
      throw new Error(`The configuration is not valid:\n${lines.join('\n')}`);
    }
    return config;
  }

  get capturesMail(): boolean {
    return !this.SMTP_URL;
  }

  /** Where people reach the application, without a trailing slash; the beginning of every link in a mail. */
  get appUrl(): string {
    return (this.APP_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  get secureCookies(): boolean {
    return this.COOKIE_SECURE ?? this.APP_URL?.startsWith('https:') ?? false;
  }
}
