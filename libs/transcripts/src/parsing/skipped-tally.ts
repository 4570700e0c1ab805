import type { SkippedPart } from '../domain/types';

const MESSAGES = {
  'cue.invalid_timing': 'Some captions had a time that could not be read; their words were kept.',
  'cue.backwards_time':
    'Some captions ended before they began; their words were kept and the end time left out.',
  'cue.empty': 'Some captions had no words in them.',
  'cue.repeated': 'Some captions only repeated the line before.',
  'cue.truncated': 'The file breaks off in the middle of a caption.',
  'cue.stray_text': 'Some lines belonged to no caption and were left out.',
  'note.comment': 'Some notes and styling blocks of the file are not speech.',
  'speech.none': 'Some parts describe sounds such as music or laughter rather than words.',
  'header.text': 'Some lines before the first speaker were read as a heading, not as speech.',
  'page.boilerplate': 'Some lines added by the meeting tool or repeated on every page were left out.',
  'page.no_text': 'Some pages hold pictures but no text.',
  'page.unreadable': 'Some pages could not be read.',
  'notes.section': 'The notes before the transcript were left out.',
  'item.no_text': 'Some entries had no words in them.',
  'item.unreadable': 'Some entries could not be read.',
  'item.draft': 'Some entries were drafts that a later entry replaced.',
  'text.control_characters': 'Some unprintable characters were removed.',
  'text.unreadable_characters': 'Some characters could not be read and are shown as �.',
} as const;

export type SkippedCode = keyof typeof MESSAGES;

/** Counts what a source holds that is not speech or could not be read. */
export class SkippedTally {
  private readonly parts = new Map<SkippedCode, SkippedPart>();

  /** @param at 1-based line or item of this occurrence, if known */
  add(code: SkippedCode, at: number | null = null, count = 1): void {
    if (count <= 0) return;
    const part = this.parts.get(code);
    if (part) part.count += count;
    else this.parts.set(code, { code, message: MESSAGES[code], count, firstAt: at });
  }

  list(): SkippedPart[] {
    return [...this.parts.values()];
  }
}
