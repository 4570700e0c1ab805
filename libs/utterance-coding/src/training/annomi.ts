import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CodableUtterance } from '../domain/types';

/** One utterance of AnnoMI with its annotators' majority. `null` where the annotation does not apply. */
export interface AnnomiUtterance {
  behaviour: 'question' | 'reflection' | 'therapist_input' | 'other' | null;
  /** Share of annotators per behaviour, in the order question, reflection, therapist_input, other. */
  behaviourVotes: readonly number[];
  talk: 'change' | 'neutral' | 'sustain' | null;
  talkVotes: readonly number[];
  question: 'open' | 'closed' | null;
  reflection: 'simple' | 'complex' | null;
  input: 'information' | 'advice' | 'options' | 'negotiation' | null;
  annotators: number;
}

/** One dialogue of AnnoMI. `utterances` and `labels` are parallel. */
export interface AnnomiDialogue {
  transcriptId: string;
  /** Dialogues with the same address are never split between training and testing. */
  videoUrl: string;
  quality: 'high' | 'low';
  utterances: CodableUtterance[];
  labels: AnnomiUtterance[];
}

export const BEHAVIOURS = ['question', 'reflection', 'therapist_input', 'other'] as const;
export const TALK_TYPES = ['change', 'neutral', 'sustain'] as const;
export const QUESTION_TYPES = ['open', 'closed'] as const;
export const REFLECTION_TYPES = ['simple', 'complex'] as const;
export const INPUT_TYPES = ['information', 'advice', 'options', 'negotiation'] as const;

type Row = Record<string, string>;

/**
 * Reads a file with AnnoMI-full's columns (Wu et al., ICASSP 2022). Several annotators' rows of one utterance become
 * one, resolved by majority; a tie goes to the annotator who comes first in the file.
 */
export function readAnnomi(file: string): AnnomiDialogue[] {
  const rows = parse<Row>(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
  const dialogues = new Map<string, Map<string, Row[]>>();
  for (const row of rows) {
    const id = row['transcript_id'] ?? '';
    const utterances = dialogues.get(id) ?? new Map<string, Row[]>();
    dialogues.set(id, utterances);
    const utteranceId = row['utterance_id'] ?? '';
    utterances.set(utteranceId, [...(utterances.get(utteranceId) ?? []), row]);
  }
  return [...dialogues].map(([transcriptId, utterances]) => {
    const ordered = [...utterances.values()].sort(
      (a, b) => Number(a[0]?.['utterance_id']) - Number(b[0]?.['utterance_id']),
    );
    const first = ordered[0]?.[0] ?? {};
    return {
      transcriptId,
      videoUrl: first['video_url'] ?? transcriptId,
      quality: first['mi_quality'] === 'low' ? 'low' : 'high',
      utterances: ordered.map((annotations, i) => toUtterance(annotations[0] as Row, i)),
      labels: ordered.map(toLabels),
    };
  });
}

function toUtterance(row: Row, index: number): CodableUtterance {
  return {
    sequenceNumber: index + 1,
    speakerType: row['interlocutor'] === 'therapist' ? 'coach' : 'client',
    text: row['utterance_text'] ?? '',
    start: null,
    end: null,
  };
}

function toLabels(rows: Row[]): AnnomiUtterance {
  const isCoach = rows[0]?.['interlocutor'] === 'therapist';
  return {
    behaviour: isCoach ? majority(rows, 'main_therapist_behaviour', BEHAVIOURS) : null,
    behaviourVotes: isCoach ? shares(rows, 'main_therapist_behaviour', BEHAVIOURS) : [],
    talk: isCoach ? null : majority(rows, 'client_talk_type', TALK_TYPES),
    talkVotes: isCoach ? [] : shares(rows, 'client_talk_type', TALK_TYPES),
    question: present(rows, 'question_exists') ? majority(rows, 'question_subtype', QUESTION_TYPES) : null,
    reflection: present(rows, 'reflection_exists')
      ? majority(rows, 'reflection_subtype', REFLECTION_TYPES)
      : null,
    input: present(rows, 'therapist_input_exists')
      ? majority(rows, 'therapist_input_subtype', INPUT_TYPES)
      : null,
    annotators: rows.length,
  };
}

function present(rows: Row[], column: string): boolean {
  return rows.filter((row) => row[column]?.toLowerCase() === 'true').length * 2 > rows.length;
}

function majority<T extends string>(rows: Row[], column: string, values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const row of rows) {
    const value = values.find((one) => one === row[column]);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function shares(rows: Row[], column: string, values: readonly string[]): number[] {
  const counts = values.map((value) => rows.filter((row) => row[column] === value).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

/**
 * The dialogue as a speech recogniser without punctuation and case would give it: lower case, transcribers' remarks
 * and every mark but apostrophes removed.
 */
export function withoutPunctuation(dialogue: AnnomiDialogue): AnnomiDialogue {
  return {
    ...dialogue,
    utterances: dialogue.utterances.map((utterance) => ({
      ...utterance,
      text: stripPunctuation(utterance.text),
    })),
  };
}

/** Lower-cases a text and removes remarks in brackets and all punctuation except apostrophes inside words. */
export function stripPunctuation(text: string): string {
  return text
    .replace(/\[[^\]]*\]/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .trim();
}
