import { cleanText, isEnglish } from './clean-text';
import { UNKNOWN_SPEAKER } from './label-role';
import { mapSpeakers } from './map-speakers';
import { mergeSegments } from './merge-segments';
import type { AssembledTranscript, ParsedTranscript, People, Speaker, SpeakerRole, Utterance } from './types';

/**
 * Makes utterances of what a source gave: merges segments, softens fillers, guesses roles. Nothing is analysed while
 * `needsConfirmation` holds.
 */
export function assemble(parsed: ParsedTranscript, people: People): AssembledTranscript {
  const merged = mergeSegments(parsed.segments);
  const english = isEnglish(merged.map((part) => part.text));
  const parts = merged.map((part) => ({ ...part, label: part.label ?? UNKNOWN_SPEAKER }));
  const { speakers, needsConfirmation } = mapSpeakers(parts, parsed.segments, people);
  const utterances = parts.map((part, index): Utterance => ({
    sequenceNumber: index + 1,
    speakerLabel: part.label,
    speakerType: null,
    textClean: cleanText(part.text, english),
    textRaw: part.text,
    start: part.start,
    end: part.end,
  }));
  return {
    sourceFormat: parsed.sourceFormat,
    utterances: applyRoles(utterances, speakers),
    speakers,
    needsConfirmation,
    skipped: parsed.skipped,
    guessedTitle: parsed.guessedTitle,
    guessedDate: parsed.guessedDate,
  };
}

/** The utterances with the roles of their speakers; labels that are not listed lose theirs. */
export function applyRoles(
  utterances: readonly Utterance[],
  speakers: readonly (Pick<Speaker, 'label'> & { role: SpeakerRole | null })[],
): Utterance[] {
  const roles = new Map(speakers.map((speaker) => [speaker.label, speaker.role]));
  return utterances.map((utterance) => ({
    ...utterance,
    speakerType: roles.get(utterance.speakerLabel) ?? null,
  }));
}

/**
 * Gives single utterances another speaker, for sources that name nobody or confuse two voices.
 *
 * @param labels new label by sequence number
 */
export function reassignUtterances(
  utterances: readonly Utterance[],
  labels: ReadonlyMap<number, string>,
): Utterance[] {
  return utterances.map((utterance) => {
    const label = labels.get(utterance.sequenceNumber);
    return label === undefined || label === utterance.speakerLabel
      ? utterance
      : { ...utterance, speakerLabel: label, speakerType: null };
  });
}
