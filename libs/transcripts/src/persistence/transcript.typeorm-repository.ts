import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import type { CodedSession, CodedUtterance } from '@app/utterance-coding';
import {
  type NewTranscript,
  type StoredUtterance,
  TranscriptRepository,
  type TranscriptRecord,
} from '../domain/records';
import type { Speaker, Utterance } from '../domain/types';
import { TranscriptCodingEntity, TranscriptEntity } from './entities';
import { type UtteranceRow, toUtterance, UTTERANCE_COLUMNS } from './utterance-row';

@Injectable()
export class TypeOrmTranscriptRepository extends TranscriptRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async findBySession(sessionId: string): Promise<TranscriptRecord | null> {
    const found = await this.scope.manager.findOneBy(TranscriptEntity, { sessionId, coachId: this.coachId });
    return found && toRecord(found);
  }

  async findByHash(sessionId: string, contentHash: Buffer): Promise<TranscriptRecord | null> {
    const found = await this.scope.manager.findOneBy(TranscriptEntity, {
      sessionId,
      contentHash,
      coachId: this.coachId,
    });
    return found && toRecord(found);
  }

  async sessionWithContent(clientId: string, contentHash: Buffer): Promise<string | null> {
    const rows = await this.scope.rows<{ id: string }>(
      'session_with_content',
      `SELECT s.id FROM transcripts t JOIN sessions s ON s.id = t.session_id
       WHERE s.client_id = $1 AND t.content_hash = $2 AND t.coach_id = $3 ORDER BY s.date DESC LIMIT 1`,
      [clientId, contentHash, this.coachId],
    );
    return rows[0]?.id ?? null;
  }

  async replace({
    sessionId,
    source,
    fileName,
    contentHash,
    assembled,
  }: NewTranscript): Promise<TranscriptRecord> {
    const { manager } = this.scope;
    const { coachId } = this;
    await manager.delete(TranscriptEntity, { sessionId, coachId });
    const entity = manager.create(TranscriptEntity, {
      coachId,
      sessionId,
      source,
      fileName,
      contentHash,
      sourceFormat: assembled.sourceFormat,
      utteranceCount: assembled.utterances.length,
      wordCount: assembled.utterances.reduce((sum, { textClean }) => sum + countWords(textClean), 0),
      speakers: assembled.speakers,
      skipped: assembled.skipped,
      needsConfirmation: assembled.needsConfirmation,
    });
    const saved = await manager.save(entity);
    await this.insertUtterances(saved.id, assembled.utterances);
    return toRecord(saved);
  }

  async confirm(transcriptId: string, speakers: Speaker[]): Promise<void> {
    await this.scope.manager.update(
      TranscriptEntity,
      { id: transcriptId, coachId: this.coachId },
      { speakers, needsConfirmation: false },
    );
    await this.scope.execute(
      `UPDATE utterances u SET speaker_type = r.role
       FROM unnest($3::text[], $4::text[]) AS r (label, role)
       WHERE u.transcript_id = $1 AND u.coach_id = $2 AND u.speaker_label = r.label AND u.speaker_type IS DISTINCT FROM r.role`,
      [transcriptId, this.coachId, speakers.map(({ label }) => label), speakers.map(({ role }) => role)],
    );
    // Codes depend on who speaks.
    await this.scope.manager.delete(TranscriptCodingEntity, { transcriptId, coachId: this.coachId });
  }

  async relabel(transcriptId: string, labels: ReadonlyMap<number, string>): Promise<void> {
    await this.scope.execute(
      `UPDATE utterances u SET speaker_label = x.label FROM unnest($3::int[], $4::text[]) AS x (number, label)
       WHERE u.transcript_id = $1 AND u.coach_id = $2 AND u.sequence_number = x.number`,
      [transcriptId, this.coachId, [...labels.keys()], [...labels.values()]],
    );
  }

  async utterances(transcriptId: string): Promise<StoredUtterance[]> {
    const rows = await this.scope.rows<UtteranceRow>(
      'utterances_of_transcript',
      `SELECT ${UTTERANCE_COLUMNS} FROM utterances u WHERE u.transcript_id = $1 AND u.coach_id = $2 ORDER BY u.sequence_number`,
      [transcriptId, this.coachId],
    );
    return rows.map(toUtterance);
  }

  async coding(transcriptId: string, coderVersion: string): Promise<CodedUtterance[] | null> {
    const found = await this.scope.manager.findOneBy(TranscriptCodingEntity, {
      transcriptId,
      coderVersion,
      coachId: this.coachId,
    });
    if (!found) return null;
    const byNumber = new Map(found.coding.map((entry) => [entry.sequenceNumber, entry]));
    const utterances = await this.utterances(transcriptId);
    const coded: CodedUtterance[] = [];
    for (const { sequenceNumber, speakerType, textClean, start, end } of utterances) {
      const entry = byNumber.get(sequenceNumber);
      if (!entry) return null;
      coded.push({ ...entry, speakerType: speakerType ?? 'other', text: textClean, start, end });
    }
    return coded;
  }

  async saveCoding(transcriptId: string, session: CodedSession): Promise<void> {
    const coding = session.utterances.map(
      ({ text: _text, speakerType: _type, start: _start, end: _end, ...entry }) => entry,
    );
    await this.scope.manager.upsert(
      TranscriptCodingEntity,
      { transcriptId, coachId: this.coachId, coderVersion: session.coderVersion, coding },
      ['transcriptId'],
    );
  }

  /** One statement for all: an hour's session has about 800 utterances. */
  private async insertUtterances(transcriptId: string, utterances: Utterance[]): Promise<void> {
    await this.scope.execute(
      `INSERT INTO utterances (coach_id, transcript_id, sequence_number, speaker_label, speaker_type, text_clean, text_raw,
         timestamp_min, timestamp_sec, start_seconds, end_seconds)
       SELECT $1, $2, n, label, type, clean, raw, floor(s / 60)::int, (floor(s)::int % 60), s, e
       FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::float8[])
         AS x (n, label, type, clean, raw, s, e)`,
      [
        this.coachId,
        transcriptId,
        utterances.map((u) => u.sequenceNumber),
        utterances.map((u) => u.speakerLabel),
        utterances.map((u) => u.speakerType),
        utterances.map((u) => u.textClean),
        utterances.map((u) => u.textRaw),
        utterances.map((u) => u.start),
        utterances.map((u) => u.end),
      ],
    );
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const toRecord = (entity: TranscriptEntity): TranscriptRecord => ({
  id: entity.id,
  sessionId: entity.sessionId,
  source: entity.source,
  sourceFormat: entity.sourceFormat,
  fileName: entity.fileName,
  utteranceCount: entity.utteranceCount,
  wordCount: entity.wordCount,
  speakers: entity.speakers,
  skipped: entity.skipped,
  needsConfirmation: entity.needsConfirmation,
  createdAt: entity.createdAt,
});
