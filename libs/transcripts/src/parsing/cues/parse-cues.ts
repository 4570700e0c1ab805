import { splitLines } from '../lines';
import type { ParsedContent } from '../parsed-content';
import type { SkippedTally } from '../skipped-tally';
import { cuesToSegments } from './cues-to-segments';
import { parseArrowTiming, parseCommaTiming, scanCues } from './scan-cues';

/** Which caption family a text is, by its own lines; `null` for none. */
export function detectCues(lines: readonly string[]): 'vtt' | 'srt' | 'sbv' | null {
  let isFirst = true;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (isFirst && /^WEBVTT(?:\s|$)/i.test(trimmed)) return 'vtt';
    isFirst = false;
    if (parseCommaTiming(trimmed)) return 'sbv';
    if (parseArrowTiming(trimmed)) return 'srt';
  }
  return null;
}

/**
 * Reads WebVTT (plain, Zoom, Teams, Webex, YouTube), SubRip and SubViewer captions.
 *
 * @returns `null` when the text has a caption header but no caption at all
 */
export function parseCues(
  text: string,
  family: 'vtt' | 'srt' | 'sbv',
  skipped: SkippedTally,
): ParsedContent | null {
  return parseCueLines(splitLines(text), family, skipped);
}

/** As `parseCues`, from lines. */
export function parseCueLines(
  lines: readonly string[],
  family: 'vtt' | 'srt' | 'sbv',
  skipped: SkippedTally,
): ParsedContent | null {
  const { cues, header, preamble } = scanCues(
    lines,
    family === 'vtt',
    family === 'sbv' ? parseCommaTiming : parseArrowTiming,
    skipped,
  );
  if (cues.length === 0) return null;
  skipped.add('header.text', 1, preamble.length);
  const { segments, hasVoiceTags, hasSpeakerIds, hasNamePrefixes } = cuesToSegments(cues, skipped);
  let sourceFormat: string = family;
  if (family === 'vtt') sourceFormat = hasVoiceTags ? 'teams_vtt' : hasSpeakerIds ? 'webex_vtt' : 'webvtt';
  if (
    family === 'vtt' &&
    hasNamePrefixes &&
    !hasVoiceTags &&
    !hasSpeakerIds &&
    cues.some((cue) => /^\d+$/.test(cue.id ?? ''))
  ) {
    sourceFormat = 'zoom_vtt';
  }
  const title = header.trim();
  return {
    sourceFormat,
    segments,
    title: title === '' || title.length > 120 ? null : title,
    date: null,
    heading: preamble.slice(0, 20),
  };
}
