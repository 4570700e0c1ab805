import type { Segment } from '../../domain/types';
import { displayLabel, LabelBook, labelForm, labelPrefix, tidyLabel } from '../labels';
import { dropInvisible, stripMarkup } from '../markup';
import { hasWords, isNonSpeech } from '../non-speech';
import { joinAll, squeeze } from '../lines';
import type { SkippedTally } from '../skipped-tally';
import type { Cue } from './scan-cues';
import { splitVoices } from './voice-tags';

/** What was found on the way, to name the source format. */
export interface CueFacts {
  segments: Segment[];
  hasVoiceTags: boolean;
  /** Names in the captions' identifiers, as Webex writes them. */
  hasSpeakerIds: boolean;
  hasNamePrefixes: boolean;
}

/** A line of a caption with everything but the label decision done. */
interface Piece {
  cue: Cue;
  text: string;
  /** Marked by the syntax: `<v Name>`, `"Name" (id)` in the cue's id, or a line of its own. */
  marked: string | null;
  /** `>>` or a dialogue dash stood before it. */
  newTurn: boolean;
  isFirst: boolean;
}

/** Webex writes the speaker into the cue's identifier: `7 "Maria Lopez" (3274568192)`. */
const WEBEX_ID = /^\d+ "([^"]{1,80})" \(\d+\)$/;
const ROLLING = /<c[.>]|<\d\d:\d\d/;

/** Turns captions into speech with speakers; a caption without a name goes on with the last named speaker. */
export function cuesToSegments(cues: readonly Cue[], skipped: SkippedTally): CueFacts {
  const pieces = dropNameLines(collectPieces(cues, skipped));
  const book = new LabelBook();
  for (const piece of pieces) {
    if (piece.marked !== null) continue;
    const prefix = prefixOf(piece.text);
    if (piece.isFirst || piece.newTurn) book.see(prefix?.label ?? null);
    if (prefix && piece.newTurn && labelForm(prefix.label) !== 'no') book.trust(prefix.label);
  }
  const segments: Segment[] = [];
  const parts: string[][] = [];
  let speaker: string | null = null;
  const hasVoiceTags = cues.some((cue) => cue.text.some((line) => /<v[.\s>]/i.test(line)));
  const hasSpeakerIds = cues.some((cue) => cue.id !== null && WEBEX_ID.test(cue.id));
  let hasNamePrefixes = false;
  let previous: Piece | null = null;
  for (const piece of pieces) {
    const prefix = piece.marked === null ? prefixOf(piece.text) : null;
    const isLabelled =
      prefix !== null &&
      book.accepts(prefix.label) &&
      (piece.isFirst || piece.newTurn || book.count(prefix.label) >= 2);
    const text = isLabelled ? prefix.rest : piece.text;
    if (piece.marked !== null) speaker = piece.marked;
    else if (isLabelled) {
      speaker = prefix.label;
      hasNamePrefixes = true;
    } else if (piece.newTurn) speaker = null;
    const goesOn =
      previous?.cue === piece.cue && !isLabelled && !piece.newTurn && piece.marked === previous.marked;
    previous = piece;
    if (text === '') continue;
    if (isNonSpeech(text)) {
      skipped.add(hasWords(text) || /[♪♫]/.test(text) ? 'speech.none' : 'cue.empty', piece.cue.line);
      continue;
    }
    const last = segments[segments.length - 1];
    if (goesOn && last && last.label === speaker) {
      parts[parts.length - 1]?.push(text);
      continue;
    }
    const segment: Segment = { label: speaker, text: '', start: piece.cue.start, end: piece.cue.end };
    if (piece.newTurn && !isLabelled) segment.newTurn = true;
    segments.push(segment);
    parts.push([text]);
  }
  for (const [i, segment] of segments.entries()) segment.text = squeeze(joinAll(parts[i] ?? []));
  return { segments, hasVoiceTags, hasSpeakerIds, hasNamePrefixes };
}

function prefixOf(text: string): { label: string; rest: string } | null {
  const prefix = labelPrefix(text);
  if (prefix) return prefix;
  // `[Ana] text`, `(Ana) text`
  const bracket = /^[[(]([^[\]()]{1,40})[\])]\s+(?=\S)/.exec(text);
  const label = bracket?.[1] ? tidyLabel(bracket[1]) : null;
  if (!bracket || label === null) return null;
  const form = labelForm(label);
  return form === 'role' || form === 'name' ? { label, rest: text.slice(bracket[0].length) } : null;
}

function collectPieces(cues: readonly Cue[], skipped: SkippedTally): Piece[] {
  const pieces: Piece[] = [];
  const isRolling = cues.some((cue) => cue.text.some((line) => ROLLING.test(line)));
  let lastLine = '';
  for (const cue of cues) {
    if (cue.start === null || cue.end === null) skipped.add('cue.invalid_timing', cue.line);
    else if (cue.end < cue.start) {
      skipped.add('cue.backwards_time', cue.line);
      cue.end = null;
    }
    let lines = cue.text;
    if (isRolling && lines.length > 0) {
      // Automatic captions roll up: every cue repeats the line before it.
      const plain = lines.map((line) => squeeze(stripMarkup(line))).filter((line) => line !== '');
      const fresh = plain[0] === lastLine ? plain.slice(1) : plain;
      if (plain.length > 0) lastLine = plain[plain.length - 1] ?? '';
      if (fresh.length === 0 && plain.length > 0) {
        skipped.add('cue.repeated', cue.line);
        continue;
      }
      lines = fresh;
    }
    const before = pieces.length;
    addPieces(pieces, cue, lines);
    if (pieces.length === before) skipped.add('cue.empty', cue.line);
  }
  return pieces;
}

function addPieces(pieces: Piece[], cue: Cue, lines: readonly string[]): void {
  const webex = cue.id === null ? null : WEBEX_ID.exec(cue.id);
  const fromId = webex?.[1] ? displayLabel(webex[1]) : null;
  let isFirst = true;
  for (const part of splitVoices(lines.join('\n'))) {
    const texts = part.text
      .split('\n')
      .map((line) => squeeze(dropInvisible(stripMarkup(line))))
      .filter((line) => line !== '');
    const hasDashes = texts.filter((line) => /^[-–—]\s*\S/.test(line)).length >= 2;
    for (const line of texts) {
      const chevrons = /^(?:>\s?){1,4}(?=[^>]|$)/.exec(line);
      const dash = chevrons
        ? null
        : hasDashes
          ? /^[-–—]\s*/.exec(line)
          : /^[-–—]\s+(?=\S)/.exec(isFirst ? line : '');
      const text = line.slice((chevrons ?? dash)?.[0].length ?? 0).trim();
      const isDoubleChevron = chevrons !== null && chevrons[0].replace(/\s/g, '').length >= 2;
      const newTurn = isDoubleChevron || dash !== null;
      if (text === '' && !newTurn) continue;
      pieces.push({
        cue,
        text: newTurn ? text : line,
        marked: part.label ?? fromId,
        newTurn: newTurn && part.label === undefined,
        isFirst,
      });
      isFirst = false;
    }
  }
}

/**
 * Older Teams documents put the name on the caption's first line and the words on the next. Only where every caption
 * does so, with few different names.
 */
function dropNameLines(pieces: Piece[]): Piece[] {
  if (pieces.some((piece) => piece.marked !== null)) return pieces;
  const names = new Map<string, number>();
  let cues = 0;
  let named = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece?.isFirst) continue;
    cues++;
    const hasMore = pieces[i + 1]?.cue === piece.cue;
    const label =
      hasMore && !/[.!?,:;…]$/.test(piece.text) && piece.text.length <= 60 ? tidyLabel(piece.text) : null;
    const form = label === null ? 'no' : labelForm(label);
    if (label !== null && (form === 'name' || form === 'role')) {
      named++;
      names.set(label, (names.get(label) ?? 0) + 1);
    }
  }
  if (cues < 2 || named < cues * 0.95 || (names.size > 2 && names.size > cues / 2)) return pieces;
  // Two wrapped caption lines can look like this too; names recur, the openings of sentences do not.
  if (cues > 2 && names.size === cues) return pieces;
  if (cues <= 4 && [...names.keys()].some((name) => labelForm(name) === 'name' && !/\s/.test(name)))
    return pieces;
  const kept: Piece[] = [];
  let label: string | null = null;
  for (const piece of pieces) {
    if (piece.isFirst) {
      label = tidyLabel(piece.text);
      continue;
    }
    kept.push({ ...piece, marked: label, isFirst: true });
  }
  return kept;
}
