/** Words that only hold the floor. "Mm-hmm", "hmm" and "uh-huh" answer somebody and stay. */
const FILLER = /(^|[\s,.!?…—–-])(um+|uh+|uhm+|erm+|er|mm)(?=$|[\s,.!?…—–;:])/gi;

/** "Um, uh, um": several in a row count as one. */
const FILLER_RUN =
  /(?<![\p{L}\p{N}-])(um+|uh+|uhm+|erm+)(?:,?\s+(?:um+|uh+|uhm+|erm+|er))+(?![\p{L}\p{N}-])/giu;

/** Stutters written as a bare repetition; only words that never stand twice in sound English. */
const DOUBLED =
  /\b(the|a|an|i|and|but|my|your|our|their|we|they|she|i'm|i’m|because)(?:,?\s+\1\b)+(?!['’-])/gi;
/** "I- I think", "it- it's": the dash marks the break, so any word counts. */
const BROKEN_OFF = /(^|\s)(\p{L}[\p{L}'’]{0,15})(?:(?:-|–|—)\s+\2)*(?:-|–|—)\s+(?=\2(?![\p{L}]))/giu;
/** "th- the", "relat- relationship": the beginning of the word that follows. */
const FALSE_START = /(^|\s)(\p{L}{1,6})-\s+(?=\2\p{L})/giu;
/** "I-I-I think". */
const STAMMER = /\b(I)(?:-I)+\b(?!['’-])/g;

/** Function words after which a comma before a filler belongs to the filler: "I was, um, tired". */
const LEADS_ON =
  /(?:^|\s)(?:i|you|he|she|we|they|it|the|a|an|my|your|his|her|our|their|is|are|was|were|am|be|been|to|of|in|on|at|for|with|and|but|or|so|that|this|if|when|because|just|have|has|had|do|did|can|could|would|will|should|not|like|what|how|where|why|who|which|i'm|it's|that's|there's)$/i;

const ENGLISH =
  /^(?:the|and|you|that|it|of|to|what|is|have|with|this|i|i'm|it's|that's|my|your|we|they|but|so|for|was|are|do|don't|not|me|be|just|yeah|okay|know|think|how)$/i;

/** Share of common English words from which a transcript counts as English. */
const LEAST_ENGLISH = 0.2;

/** Whether text is English. "Um" and "er" are fillers in English and words in German, Portuguese or Danish. */
export function isEnglish(texts: Iterable<string>): boolean {
  let words = 0;
  let english = 0;
  for (const text of texts) {
    for (const word of text.slice(0, 2000).split(/[^\p{L}'’]+/u)) {
      if (word === '') continue;
      words++;
      if (ENGLISH.test(word.replace('’', "'"))) english++;
    }
    if (words > 5000) break;
  }
  return words > 0 && english >= words * LEAST_ENGLISH;
}

/**
 * Softens fillers and stutters without touching meaning: "So, um, I- I think the the plan" → "So I think the plan".
 * An utterance that is nothing but a filler or back-channel ("Mm-hmm.", "Um…") stays as it is.
 */
export function cleanText(raw: string, english: boolean): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (!english) return text;
  let out = text.replace(STAMMER, '$1').replace(BROKEN_OFF, '$1').replace(FALSE_START, '$1');
  out = dropFillers(out.replace(FILLER_RUN, '$1')).replace(DOUBLED, keepFirst);
  if (out !== text) out = tidyPunctuation(out);
  if (!/[\p{L}\p{N}]/u.test(out)) return text;
  return /^\p{Lu}/u.test(text) ? out.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : out;
}

function keepFirst(_whole: string, word: string): string {
  return word;
}

function dropFillers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  FILLER.lastIndex = 0;
  for (let match = FILLER.exec(text); match; match = FILLER.exec(text)) {
    const filler = match[2] ?? '';
    const at = match.index + (match[1]?.length ?? 0);
    const end = at + filler.length;
    if (!isFiller(text, filler, at, end)) continue;
    parts.push(text.slice(from, at));
    from = skipComma(text, parts, end);
    // The separator before the next filler may be the one just read.
    FILLER.lastIndex = Math.max(from - 1, end);
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function isFiller(text: string, filler: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(end, end + 3);
  // "the ER", "UM": initials. "10 mm": a length.
  if (filler.length > 1 && filler === filler.toUpperCase() && text !== text.toUpperCase()) return false;
  if (/^mm$/i.test(filler)) {
    // At the start of what somebody says, "mm" answers.
    return /\p{L}[,…]?\s*$/u.test(before) && /^,?\s+\p{L}/u.test(after);
  }
  if (before.endsWith('-') && !/\s-$/.test(before)) return false;
  // "Um?" asks; "Er..." alone trails off.
  return !after.startsWith('?');
}

/** Decides which comma around a dropped filler stays; returns where the text goes on. */
function skipComma(text: string, parts: string[], end: number): number {
  const last = parts.length - 1;
  const before = parts[last] ?? '';
  const follows = /^\s*,\s*/.exec(text.slice(end, end + 6));
  const hadComma = /,\s*$/.test(before);
  const bare = before.replace(/\s*,\s*$/, '');
  const isStart = /(?:^|[.!?…])\s*$/.test(bare) || bare.trim() === '';
  if (isStart) {
    // "Um, I think": the comma goes with the filler; the sentence keeps its capital.
    const next = end + (follows?.[0].length ?? /^[\s.…]*/.exec(text.slice(end, end + 6))?.[0].length ?? 0);
    parts[last] = bare;
    const glue = bare === '' || /\s$/.test(bare) ? '' : ' ';
    const first = text.slice(next, next + 1);
    const isCapital =
      /\p{Lu}/u.test(text.charAt(end - 1)) ||
      /^\p{Lu}/u.test(text.slice(end).trimStart()) ||
      /[.!?]\s*$/.test(bare) ||
      bare === '';
    parts.push(glue + (isCapital ? first.toUpperCase() : first));
    return next + first.length;
  }
  if (hadComma && follows) {
    parts[last] = LEADS_ON.test(bare.slice(-20)) ? bare : `${bare},`;
    parts.push(' ');
    return end + follows[0].length;
  }
  if (follows) {
    // "I um, think"
    parts[last] = before.trimEnd();
    parts.push(LEADS_ON.test(before.trimEnd().slice(-20)) ? ' ' : ', ');
    return end + follows[0].length;
  }
  if (hadComma && /^\s*[.!?…—–:;]/.test(text.slice(end, end + 3))) parts[last] = bare;
  else if (hadComma && LEADS_ON.test(bare.slice(-20))) parts[last] = `${bare} `;
  return end;
}

function tidyPunctuation(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.!?;:…])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*([.!?…])/g, '$1')
    .replace(/…(?:\s*…)+/g, '…')
    .replace(/([.!?])\s*,\s*/g, '$1 ')
    .replace(/^[\s,.…–—-]+(?=\p{L})/u, '')
    .trim();
}
