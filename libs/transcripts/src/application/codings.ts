import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Principal, TenantScope } from '@app/platform';
import { CODER_VERSION, type CodedSession, UtteranceCoder } from '@app/utterance-coding';
import { type StoredUtterance, TranscriptRepository } from '../domain/records';

/** A coded transcript with the ids findings refer to. */
export interface CodedTranscript {
  session: CodedSession;
  /** Utterance id by sequence number. */
  idOf: ReadonlyMap<number, string>;
}

/** First names as spoken. */
interface Names {
  coachName: string | null;
  clientName: string | null;
}

/** Codes each transcript once, in a worker thread, and keeps the result for every analysis that needs it. */
@Injectable()
export class Codings implements OnApplicationShutdown {
  private readonly coder = new UtteranceCoder();
  /** The parts of one session's content ask at the same time: they share one run. */
  private readonly underway = new Map<string, Promise<CodedSession>>();

  constructor(
    private readonly scope: TenantScope,
    private readonly transcripts: TranscriptRepository,
  ) {}

  async of(principal: Principal, transcriptId: string, names: Names): Promise<CodedTranscript> {
    const { stored, utterances } = await this.scope.run(principal, async () => ({
      stored: await this.transcripts.coding(transcriptId, CODER_VERSION),
      utterances: await this.transcripts.utterances(transcriptId),
    }));
    const session = stored
      ? { utterances: stored, ...names, coderVersion: CODER_VERSION }
      : await this.shared(principal, transcriptId, utterances, names);
    return { session, idOf: new Map(utterances.map(({ sequenceNumber, id }) => [sequenceNumber, id])) };
  }

  /** Codes utterances without keeping the result. */
  code(utterances: StoredUtterance[], names: Names): Promise<CodedSession> {
    return this.coder.code(
      utterances.map(({ sequenceNumber, speakerType, textClean, start, end }) => ({
        sequenceNumber,
        speakerType: speakerType ?? 'other',
        text: textClean,
        start,
        end,
      })),
      names,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.coder.close();
  }

  private shared(
    principal: Principal,
    transcriptId: string,
    utterances: StoredUtterance[],
    names: Names,
  ): Promise<CodedSession> {
    let run = this.underway.get(transcriptId);
    if (!run) {
      run = this.codeAndSave(principal, transcriptId, utterances, names).finally(() =>
        this.underway.delete(transcriptId),
      );
      this.underway.set(transcriptId, run);
    }
    return run;
  }

  private async codeAndSave(
    principal: Principal,
    transcriptId: string,
    utterances: StoredUtterance[],
    names: Names,
  ): Promise<CodedSession> {
    const session = await this.code(utterances, names);
    await this.scope.run(principal, () => this.transcripts.saveCoding(transcriptId, session));
    return session;
  }
}
