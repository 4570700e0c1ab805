import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerThread } from '@app/platform';
import type { CodedSession } from '@app/utterance-coding';
import { InsightAnalyst } from '../domain/analyst';
import type { InsightContext } from '../domain/context';
import type { InsightResult } from '../domain/types';
import { analyseInsightInWorker, type InsightTask } from './insight.worker';

/** Extraction from the coded transcript, in a worker thread: no network, no key. */
@Injectable()
export class OnDeviceInsightAnalyst extends InsightAnalyst implements OnApplicationShutdown {
  private readonly thread = new WorkerThread<InsightTask, InsightResult>({
    folder: __dirname,
    file: 'insight.worker',
    name: analyseInsightInWorker.name,
    inProcess: analyseInsightInWorker,
  });

  analyse(session: CodedSession, context: InsightContext): Promise<InsightResult> {
    return this.thread.run({ session, context });
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.close();
  }
}
