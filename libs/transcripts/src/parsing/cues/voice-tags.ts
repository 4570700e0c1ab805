import { displayLabel } from '../labels';
import { tagEnd } from '../markup';

/** A stretch of a caption; `label` undefined where no voice tag says who speaks. */
export interface VoicePart {
  label: string | undefined;
  text: string;
}

/**
 * Splits a caption at `<v Name>` tags (WebVTT voice spans; Teams writes them without the closing tag at times).
 * Other tags are left in the text.
 */
export function splitVoices(text: string): VoicePart[] {
  if (!/<v[.\s>]/i.test(text)) return [{ label: undefined, text: text.replace(/<\/v>/gi, '') }];
  const parts: VoicePart[] = [];
  let label: string | undefined;
  let buffer = '';
  const flush = (): void => {
    if (buffer.trim() !== '') parts.push({ label, text: buffer.trim() });
    buffer = '';
  };
  for (let i = 0; i < text.length;) {
    const end = text[i] === '<' ? tagEnd(text, i) : -1;
    if (end === -1) {
      buffer += text[i++];
      continue;
    }
    const tag = text.slice(i + 1, end - 1);
    const voice = /^v(?:\.[^\s>]*)*(?:\s+([^]*))?$/i.exec(tag);
    if (voice) {
      flush();
      const name = displayLabel(voice[1] ?? '');
      label = name === '' ? undefined : name;
    } else if (/^\/v\s*$/i.test(tag)) {
      flush();
    } else buffer += text.slice(i, end);
    i = end;
  }
  flush();
  return parts;
}
