import { Injectable } from '@nestjs/common';
import { Clients, Profiles, Sessions, type SessionWithPeople } from '@app/coaching';
import { Insights } from '@app/insights';
import { DomainError, type Principal, TenantScope } from '@app/platform';
import { Consents } from '@app/privacy';
import {
  type People,
  type SpeakerRole,
  type TranscriptInput,
  type TranscriptRecord,
  Transcripts,
} from '@app/transcripts';
import { Content } from './content';

/** What came of bringing in a transcript. */
export interface IngestReceipt {
  transcript: TranscriptRecord;
  /** `null` while speakers have to be confirmed. */
  contentRequestId: string | null;
  insightId: string;
}

export interface NewInsightInput {
  clientId: string;
  sessionId: string | null;
  sessionDate: string | null;
  sessionTitle: string | null;
  input: TranscriptInput;
}

export interface FileOutcome {
  fileName: string;
  /** `alreadyThere`: a session of this client had this very transcript before. */
  result: { sessionId: string; receipt: IngestReceipt; alreadyThere: boolean } | { error: DomainError };
}

/** Transcripts coming in: consent first, then reading, then storing and starting the analyses in one transaction. */
@Injectable()
export class Ingest {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly sessions: Sessions,
    private readonly profiles: Profiles,
    private readonly consents: Consents,
    private readonly transcripts: Transcripts,
    private readonly insights: Insights,
    private readonly content: Content,
  ) {}

  /** Puts a transcript on a session. The same content again is the same transcript; refused input changes nothing. */
  async toSession(principal: Principal, sessionId: string, input: TranscriptInput): Promise<IngestReceipt> {
    const session = await this.admit(principal, sessionId);
    const same = await this.alreadyThere(principal, sessionId, input);
    if (same) return same;
    const assembled = await this.transcripts.read(input, await this.people(principal, session.client));
    return this.store(principal, session, input, assembled, false);
  }

  /** Several files for one client: a session each, held until the coach has looked at title, date and speakers. */
  async toClient(
    principal: Principal,
    clientId: string,
    files: AsyncIterable<{ fileName: string; bytes: Buffer }>,
  ): Promise<FileOutcome[]> {
    const client = await this.scope.run(principal, async () => {
      const found = await this.clients.get(principal, clientId);
      await this.consents.require(clientId, 'transcribe', 'analyse');
      return found;
    });
    const people = await this.people(principal, client);
    const outcomes: FileOutcome[] = [];
    for await (const { fileName, bytes } of files) {
      outcomes.push({
        fileName,
        result: await this.oneOfSeveral(principal, clientId, people, fileName, bytes),
      });
    }
    return outcomes;
  }

  /** Seed 001: an insight from a transcript. Makes a session where none is named; the same transcript makes it once. */
  async forInsight(principal: Principal, request: NewInsightInput): Promise<IngestReceipt> {
    const sessionId = request.sessionId ?? (await this.sessionFor(principal, request));
    if (typeof sessionId === 'string') {
      if (request.sessionId) await this.checkRelationship(principal, sessionId, request.clientId);
      return this.toSession(principal, sessionId, request.input);
    }
    return sessionId.receipt;
  }

  /** Confirms who speaks and starts the analyses, or starts them over when the roles changed. */
  confirmSpeakers(
    principal: Principal,
    sessionId: string,
    roles: { label: string; role: SpeakerRole }[],
    moves: ReadonlyMap<number, string> = new Map(),
  ): Promise<IngestReceipt> {
    return this.scope.run(principal, async () => {
      const session = await this.sessions.find(principal, sessionId);
      await this.consents.require(session.clientId, 'transcribe', 'analyse');
      const { record, changed } = await this.transcripts.confirmSpeakers(principal, sessionId, roles, moves);
      const insightId = await this.prepareInsight(principal, session, record, changed);
      const existing = await this.content.find(principal, sessionId);
      const contentRequestId =
        existing && !changed ? existing.id : await this.content.start(principal, record);
      return { transcript: record, contentRequestId, insightId };
    });
  }

  /** The session, if it is the coach's and its client has agreed. */
  private admit(principal: Principal, sessionId: string): Promise<SessionWithPeople> {
    return this.scope.run(principal, async () => {
      const session = await this.sessions.find(principal, sessionId);
      await this.consents.require(session.clientId, 'transcribe', 'analyse');
      return session;
    });
  }

  private alreadyThere(
    principal: Principal,
    sessionId: string,
    input: TranscriptInput,
  ): Promise<IngestReceipt | null> {
    return this.scope.run(principal, async () => {
      const transcript = await this.transcripts.findSame(principal, sessionId, this.transcripts.hash(input));
      if (!transcript) return null;
      const session = await this.sessions.find(principal, sessionId);
      const content = await this.content.find(principal, sessionId);
      const insightId = await this.prepareInsight(principal, session, transcript, false);
      return { transcript, contentRequestId: content?.id ?? null, insightId };
    });
  }

  private store(
    principal: Principal,
    session: SessionWithPeople,
    input: TranscriptInput,
    assembled: Awaited<ReturnType<Transcripts['read']>>,
    hold: boolean,
  ): Promise<IngestReceipt> {
    return this.scope.run(principal, async () => {
      // Consent may have been withdrawn while the file was read.
      await this.consents.require(session.clientId, 'transcribe', 'analyse');
      const transcript = await this.transcripts.store(principal, {
        sessionId: session.id,
        source: input.kind === 'file' ? 'file_upload' : 'text_input',
        fileName: input.kind === 'file' ? input.fileName : null,
        contentHash: this.transcripts.hash(input),
        assembled: hold ? { ...assembled, needsConfirmation: true } : assembled,
      });
      const insightId = await this.prepareInsight(principal, session, transcript, true);
      const contentRequestId = transcript.needsConfirmation
        ? null
        : await this.content.start(principal, transcript);
      return { transcript, contentRequestId, insightId };
    });
  }

  private async oneOfSeveral(
    principal: Principal,
    clientId: string,
    people: People,
    fileName: string,
    bytes: Buffer,
  ): Promise<FileOutcome['result']> {
    const input: TranscriptInput = { kind: 'file', bytes, fileName };
    try {
      const known = await this.transcripts.sessionWithContent(
        principal,
        clientId,
        this.transcripts.hash(input),
      );
      const same = known && (await this.alreadyThere(principal, known, input));
      if (known && same) return { sessionId: known, receipt: same, alreadyThere: true };
      const assembled = await this.transcripts.read(input, people);
      const receipt = await this.scope.run(principal, async () => {
        const id = await this.sessions.create(principal, clientId, {
          title: assembled.guessedTitle ?? titleOf(fileName),
          date: assembled.guessedDate ?? (await this.profiles.today(principal)),
        });
        return this.store(principal, await this.sessions.find(principal, id), input, assembled, true);
      });
      return { sessionId: receipt.transcript.sessionId, receipt, alreadyThere: false };
    } catch (error) {
      if (error instanceof DomainError) return { error };
      throw error;
    }
  }

  /** A session for a transcript that names none: the one that has this content, or a new one made with it. */
  private async sessionFor(
    principal: Principal,
    { clientId, sessionDate, sessionTitle, input }: NewInsightInput,
  ): Promise<string | { receipt: IngestReceipt }> {
    const client = await this.scope.run(principal, async () => {
      const found = await this.clients.get(principal, clientId);
      await this.consents.require(clientId, 'transcribe', 'analyse');
      return found;
    });
    const known = await this.transcripts.sessionWithContent(
      principal,
      clientId,
      this.transcripts.hash(input),
    );
    if (known) return known;
    const assembled = await this.transcripts.read(input, await this.people(principal, client));
    const receipt = await this.scope.run(principal, async () => {
      const date = sessionDate ?? assembled.guessedDate ?? (await this.profiles.today(principal));
      const title =
        sessionTitle ??
        assembled.guessedTitle ??
        (input.kind === 'file' ? titleOf(input.fileName) : `Session of ${date.slice(0, 10)}`);
      const id = await this.sessions.create(principal, clientId, { title, date });
      return this.store(principal, await this.sessions.find(principal, id), input, assembled, false);
    });
    return { receipt };
  }

  private async checkRelationship(principal: Principal, sessionId: string, clientId: string): Promise<void> {
    const session = await this.sessions.find(principal, sessionId);
    if (session.clientId === clientId) return;
    throw new DomainError({
      code: 'session.other_relationship',
      kind: 'conflict',
      message: 'This session belongs to another client.',
    });
  }

  private async people(
    principal: Principal,
    client: { name: string; email: string | null },
  ): Promise<People> {
    const coach = await this.profiles.get(principal);
    return {
      coachName: coach.name,
      coachEmail: coach.email,
      clientName: client.name,
      clientEmail: client.email,
    };
  }

  private prepareInsight(
    principal: Principal,
    session: SessionWithPeople,
    transcript: TranscriptRecord,
    restart: boolean,
  ): Promise<string> {
    return this.insights.prepare(
      principal,
      {
        sessionId: session.id,
        clientId: session.clientId,
        transcriptId: transcript.id,
        transcriptSource: transcript.source,
      },
      restart,
    );
  }
}

/** A file's name without its endings, as a title. */
const titleOf = (fileName: string): string =>
  fileName
    .replace(/(\.(transcript|vtt|srt|sbv|txt|docx|pdf|json))+$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .trim()
    .slice(0, 200) || 'Session';
