import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerThread } from '@app/platform';
import type { CodedSession } from '@app/utterance-coding';
import { ShiftAnalyst } from '../domain/analyst';
import type { ShiftReport } from '../domain/types';
import { analyseShiftInWorker } from './shift.worker';

/** Rules on coded utterances, in a worker thread: no network, no key. */
@Injectable()
export class OnDeviceShiftAnalyst extends ShiftAnalyst implements OnApplicationShutdown {
  private readonly thread = new WorkerThread<CodedSession, ShiftReport>({
    folder: __dirname,
    file: 'shift.worker',
    name: analyseShiftInWorker.name,
    inProcess: analyseShiftInWorker,
  });

  analyse(session: CodedSession): Promise<ShiftReport> {
    return this.thread.run(session);
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.close();
  }
}
