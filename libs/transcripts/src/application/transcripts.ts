import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sessions } from '@app/coaching';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import { reassignUtterances } from '../domain/assemble';
import {
  type CodedUtteranceView,
  type NewTranscript,
  type TranscriptRecord,
  TranscriptReads,
  TranscriptRepository,
} from '../domain/records';
import { renderText } from '../domain/render-text';
import { TranscriptError } from '../domain/transcript-error';
import type { AssembledTranscript, People, Speaker, SpeakerRole } from '../domain/types';
import { ReaderPool } from './reader-pool';

/** What came in: a file, or pasted text. */
export type TranscriptInput =
  { kind: 'file'; bytes: Buffer; fileName: string } | { kind: 'text'; text: string };

/** Reading, storing and showing of transcripts. Consent is the caller's to ask for. */
@Injectable()
export class Transcripts {
  constructor(
    private readonly scope: TenantScope,
    private readonly sessions: Sessions,
    private readonly transcripts: TranscriptRepository,
    private readonly reads: TranscriptReads,
    private readonly pool: ReaderPool,
  ) {}

  /** Parses off the event loop and outside any transaction. Throws the format's own coded refusal. */
  async read(input: TranscriptInput, people: People): Promise<AssembledTranscript> {
    try {
      return input.kind === 'file'
        ? await this.pool.reader.read(input.bytes, input.fileName, people)
        : await this.pool.reader.readText(input.text, people);
    } catch (error) {
      if (!(error instanceof TranscriptError)) throw error;
      throw new DomainError({ code: error.code, kind: error.kind, message: error.message });
    }
  }

  hash(input: TranscriptInput): Buffer {
    return createHash('sha256')
      .update(input.kind === 'file' ? input.bytes : input.text)
      .digest();
  }

  /** Stores a read transcript as the session's one; the earlier one goes with what was derived from it. */
  store(principal: Principal, transcript: NewTranscript): Promise<TranscriptRecord> {
    return this.scope.run(principal, async () => {
      await this.sessions.keepTranscript(
        principal,
        transcript.sessionId,
        renderText(transcript.assembled.utterances),
      );
      return this.transcripts.replace(transcript);
    });
  }

  /** The session's transcript, or `null`. */
  find(principal: Principal, sessionId: string): Promise<TranscriptRecord | null> {
    return this.scope.run(principal, () => this.transcripts.findBySession(sessionId));
  }

  /** The session's transcript if it holds exactly this content. */
  findSame(principal: Principal, sessionId: string, contentHash: Buffer): Promise<TranscriptRecord | null> {
    return this.scope.run(principal, () => this.transcripts.findByHash(sessionId, contentHash));
  }

  sessionWithContent(principal: Principal, clientId: string, contentHash: Buffer): Promise<string | null> {
    return this.scope.run(principal, () => this.transcripts.sessionWithContent(clientId, contentHash));
  }

  /**
   * Sets who is coach and who is client. Every label in use needs a role, and both roles must occur. `moves` gives
   * single utterances another label, old or new: for sources that name nobody or mistake one voice for another.
   */
  confirmSpeakers(
    principal: Principal,
    sessionId: string,
    roles: { label: string; role: SpeakerRole }[],
    moves: ReadonlyMap<number, string>,
  ): Promise<{ record: TranscriptRecord; changed: boolean }> {
    return this.scope.run(principal, async () => {
      const record = await this.transcripts.findBySession(sessionId);
      if (!record) throw notFound('transcript');
      const moved = moves.size > 0 ? await this.move(principal, record, moves) : null;
      const speakers = castOf(moved ?? record.speakers, roles);
      const changed =
        moved !== null ||
        record.needsConfirmation ||
        speakers.some((s, i) => s.role !== record.speakers[i]?.role);
      if (changed) await this.transcripts.confirm(record.id, speakers);
      return { record: { ...record, speakers, needsConfirmation: false }, changed };
    });
  }

  utterances(
    principal: Principal,
    sessionId: string,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<CodedUtteranceView>> {
    return this.scope.run(principal, async () => {
      await this.sessions.find(principal, sessionId);
      return this.reads.utterancePage(sessionId, limit, cursor);
    });
  }

  text(principal: Principal, sessionId: string): Promise<{ record: TranscriptRecord; text: string }> {
    return this.scope.run(principal, async () => {
      const record = await this.transcripts.findBySession(sessionId);
      const text = await this.reads.text(sessionId);
      if (!record || text === null) throw notFound('transcript');
      return { record, text };
    });
  }

  /** Gives utterances their new labels; returns the labels now in use, or `null` when nothing changed. */
  private async move(
    principal: Principal,
    record: TranscriptRecord,
    moves: ReadonlyMap<number, string>,
  ): Promise<Pick<Speaker, 'label' | 'utteranceCount'>[] | null> {
    const before = await this.transcripts.utterances(record.id);
    if ([...moves.keys()].some((number) => number > before.length)) {
      throw new DomainError({
        code: 'transcript.utterance_unknown',
        kind: 'invalid',
        message: 'This transcript has no utterance with that number.',
        fields: [{ field: 'utterances', message: 'must name utterances of this transcript' }],
      });
    }
    const after = reassignUtterances(before, moves);
    const changed = new Map(
      after.flatMap(({ sequenceNumber, speakerLabel }, index) =>
        speakerLabel === before[index]?.speakerLabel ? [] : [[sequenceNumber, speakerLabel] as const],
      ),
    );
    if (changed.size === 0) return null;
    await this.transcripts.relabel(record.id, changed);
    await this.sessions.keepTranscript(principal, record.sessionId, renderText(after));
    const counts = new Map<string, number>();
    for (const { speakerLabel } of after) counts.set(speakerLabel, (counts.get(speakerLabel) ?? 0) + 1);
    return [...counts].map(([label, utteranceCount]) => ({ label, utteranceCount }));
  }
}

/** The speakers with the roles given; refuses a label without a role, a role without a label, a session of one side. */
function castOf(
  inUse: Pick<Speaker, 'label' | 'utteranceCount'>[],
  roles: { label: string; role: SpeakerRole }[],
): Speaker[] {
  const roleOf = new Map(roles.map(({ label, role }) => [label, role]));
  const missing = inUse.some(({ label }) => !roleOf.has(label));
  if (missing || roles.some(({ label }) => !inUse.some((speaker) => speaker.label === label))) {
    throw new DomainError({
      code: 'transcript.speakers_incomplete',
      kind: 'invalid',
      message: 'Every speaker of this transcript, and no other, needs a role.',
      fields: [{ field: 'speakers', message: 'must name every speaker label once' }],
    });
  }
  const speakers = inUse.map(({ label, utteranceCount }) => ({
    label,
    role: roleOf.get(label) ?? null,
    confidence: 1,
    utteranceCount,
  }));
  if (!speakers.some(({ role }) => role === 'client') || !speakers.some(({ role }) => role === 'coach')) {
    throw new DomainError({
      code: 'transcript.speakers_one_sided',
      kind: 'invalid',
      message:
        'A session has a coach and a client. Give each role to a speaker, or say utterance by utterance who speaks.',
      fields: [{ field: 'speakers', message: 'must contain a coach and a client' }],
    });
  }
  return speakers;
}
