import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InsightAnalyst } from '@app/insights';
import { ShiftAnalyst } from '@app/shift-analysis';
import { Codings } from '@app/transcripts';

/** Lets coder and analysts load what they need while the worker has nothing to do, not with the first session. */
@Injectable()
export class WarmUp implements OnApplicationBootstrap {
  constructor(
    private readonly codings: Codings,
    private readonly shift: ShiftAnalyst,
    private readonly insight: InsightAnalyst,
  ) {}

  onApplicationBootstrap(): void {
    void this.warmUp().catch(() => undefined);
  }

  private async warmUp(): Promise<void> {
    const nothing = await this.codings.code([], { coachName: null, clientName: null });
    await this.shift.analyse(nothing);
    await this.insight.analyse(nothing, {});
  }
}
