import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { type Milestone, type MilestoneChanges, MilestoneRepository } from '../domain/records';
import { MilestoneEntity } from './entities';

@Injectable()
export class TypeOrmMilestoneRepository extends MilestoneRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert(milestone: Omit<Milestone, 'id' | 'createdAt' | 'updatedAt'>): Promise<string> {
    const result = await this.scope.manager.insert(MilestoneEntity, {
      ...milestone,
      coachId: this.scope.principal.coachId,
    });
    return (result.identifiers[0] as { id: string }).id;
  }

  async find(id: string): Promise<Milestone | null> {
    const found = await this.scope.manager.findOneBy(MilestoneEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    if (!found) return null;
    const { coachId: _coachId, ...milestone } = found;
    return milestone;
  }

  async update(id: string, changes: MilestoneChanges): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.scope.manager.update(MilestoneEntity, { id, coachId: this.scope.principal.coachId }, changes);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(MilestoneEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    return (result.affected ?? 0) > 0;
  }
}
