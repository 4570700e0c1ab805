import { Injectable } from '@nestjs/common';
import { Clients, Profiles } from '@app/coaching';
import {
  Clock,
  dateIn,
  DomainError,
  isTimeZone,
  notFound,
  type Page,
  type Principal,
  TenantScope,
} from '@app/platform';
import {
  type MilestoneChanges,
  type MilestoneQuery,
  MilestoneReader,
  MilestoneRepository,
  type MilestoneView,
} from '../domain/records';
import type { MilestoneStatus } from '../domain/types';
import { Matching } from './matching';

export interface MilestoneInput {
  title: string;
  description?: string | null;
  targetDate: string;
  /** IANA zone; the coach's when left out, refused when empty. */
  timeZone?: string | null;
  status?: MilestoneStatus;
  /** The coach has seen that it was missed. */
  missedSeen?: boolean;
}

/** Date-driven events on a client's way. */
@Injectable()
export class Milestones {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly profiles: Profiles,
    private readonly milestones: MilestoneRepository,
    private readonly reader: MilestoneReader,
    private readonly matching: Matching,
    private readonly clock: Clock,
  ) {}

  list(principal: Principal, query: Omit<MilestoneQuery, 'now'>): Promise<Page<MilestoneView>> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, query.clientId);
      return this.reader.list({ ...query, now: this.clock.now() });
    });
  }

  get(principal: Principal, id: string): Promise<MilestoneView> {
    return this.scope.run(principal, async () => {
      const milestone = await this.reader.one(id, this.clock.now());
      if (!milestone) throw notFound('milestone');
      return milestone;
    });
  }

  create(principal: Principal, clientId: string, input: MilestoneInput): Promise<MilestoneView> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      const timeZone = await this.zone(principal, input.timeZone);
      const milestone = {
        clientId,
        title: input.title,
        description: input.description ?? null,
        targetDate: input.targetDate,
        timeZone,
        missedSeenAt: null,
        ...this.closing(input.status ?? 'upcoming', timeZone),
      };
      const id = await this.milestones.insert(milestone);
      await this.matching.linkTarget('milestone', clientId, { id, ...milestone });
      return this.get(principal, id);
    });
  }

  update(
    principal: Principal,
    id: string,
    { status, timeZone, missedSeen, ...facts }: Partial<MilestoneInput>,
  ): Promise<MilestoneView> {
    return this.scope.run(principal, async () => {
      const milestone = await this.milestones.find(id);
      if (!milestone) throw notFound('milestone');
      const changes: MilestoneChanges = { ...facts };
      if (timeZone !== undefined) changes.timeZone = await this.zone(principal, timeZone);
      if (status !== undefined)
        Object.assign(changes, this.closing(status, changes.timeZone ?? milestone.timeZone));
      // A new date is a new promise: what was seen before says nothing about it.
      if (facts.targetDate !== undefined && facts.targetDate !== milestone.targetDate)
        changes.missedSeenAt = null;
      if (missedSeen !== undefined) changes.missedSeenAt = missedSeen ? this.clock.now() : null;
      await this.milestones.update(id, changes);
      if (facts.title !== undefined || facts.description !== undefined) {
        await this.matching.linkTarget('milestone', milestone.clientId, {
          ...milestone,
          ...facts,
          description: facts.description === undefined ? milestone.description : facts.description,
        });
      }
      return this.get(principal, id);
    });
  }

  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.milestones.delete(id))) throw notFound('milestone');
    });
  }

  /** `upcoming` leaves it to the date; the other two are the coach's word. */
  private closing(
    status: MilestoneStatus,
    timeZone: string,
  ): { closedAs: 'completed' | 'missed' | null; closedOn: string | null } {
    return status === 'upcoming'
      ? { closedAs: null, closedOn: null }
      : { closedAs: status, closedOn: dateIn(this.clock.now(), timeZone) };
  }

  private async zone(principal: Principal, given: string | null | undefined): Promise<string> {
    if (given === undefined) return (await this.profiles.get(principal)).timeZone;
    if (given !== null && isTimeZone(given)) return given;
    throw new DomainError({
      code: given === null || given === '' ? 'milestone.zone_missing' : 'milestone.zone_unknown',
      kind: 'invalid',
      message:
        'A milestone needs the time zone its day ends in, such as Europe/London. Leave it out to use yours.',
      fields: [{ field: 'time_zone', message: 'must be an IANA time zone name' }],
    });
  }
}
