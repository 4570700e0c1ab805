import { randomUUID } from 'node:crypto';
import { Clock, coachPrincipal, TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CoachRegistered, PasswordHasher } from '../domain/ports';
import { UserRepository } from '../domain/repositories';
import { normaliseEmail, summaryOf, type UserRole, type UserSummary } from '../domain/user';
import { optionalPort } from './optional-port';

export interface UserToEnsure {
  email: string;
  password: string;
  name: string;
  role: UserRole;
  /** IANA name. */
  timeZone: string;
  verified: boolean;
  /** Of a coach. */
  businessName?: string | null;
}

/** Accounts made by the installation itself (demo data, the first operator), not by registration. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  /** Makes the user unless the e-mail has one; an existing user, password included, stays as it is. */
  async ensureUser(wanted: UserToEnsure): Promise<UserSummary & { created: boolean }> {
    const email = normaliseEmail(wanted.email);
    const existing = await this.scope.runUnscoped(() => this.users.findByEmail(email));
    if (existing) return { ...summaryOf(existing), created: false };
    const now = this.clock.now();
    const account = {
      id: randomUUID(),
      email,
      passwordHash: await this.hasher.hash(wanted.password),
      name: wanted.name,
      role: wanted.role,
      timeZone: wanted.timeZone,
      emailVerifiedAt: wanted.verified ? now : null,
      createdAt: now,
    };
    await this.scope.run(coachPrincipal(account.id), async () => {
      await this.users.add(account);
      if (wanted.role !== 'coach') return;
      const port = optionalPort(this.modules, CoachRegistered);
      await port?.onCoachRegistered({ userId: account.id, businessName: wanted.businessName ?? null });
    });
    return { ...summaryOf(account), created: true };
  }
}
