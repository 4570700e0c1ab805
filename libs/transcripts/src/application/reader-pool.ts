import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { TranscriptReader } from '../parsing/transcript-reader';

/** The process's parsing threads; started with the first file, ended with the process. */
@Injectable()
export class ReaderPool implements OnApplicationShutdown {
  private current: TranscriptReader | null = null;

  get reader(): TranscriptReader {
    return (this.current ??= new TranscriptReader());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.current?.close();
  }
}
