const BACK_CHANNEL = /^(?:mm+|m+-?hmm+|mhm+|uh-?huh|hmm+|yeah|yes|no|yep|okay|ok|right|sure|oh)[.,!?]?$/i;

/** Whether there is anything to say at all: a lone dash is an interruption, not a word. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * True when the whole text describes sound instead of words: `[music]`, `(laughs)`, `*sighs*`, `♪ … ♪`, `<<silence>>`.
 * A back-channel in brackets, `(mm-hmm)`, is speech.
 */
export function isNonSpeech(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return false;
  if (/^[♪♫#\s]*$/.test(trimmed)) return true;
  const first = trimmed[0];
  if (first === '♪' || first === '♫') return /[♪♫]$/.test(trimmed) || trimmed.length < 120;
  if (!'[(*<{'.includes(first ?? '')) return !hasWords(trimmed);
  let rest = trimmed;
  while (rest !== '') {
    const group =
      /^(?:\[([^[\]]{0,100})\]|\(([^()]{0,100})\)|\*([^*]{1,60})\*|<<?([^<>]{1,60})>>?|\{([^{}]{1,60})\})[.,!?…\s-]*/.exec(
        rest,
      );
    if (!group) return false;
    const inner = (group[1] ?? group[2] ?? group[3] ?? group[4] ?? group[5] ?? '').trim();
    if (BACK_CHANNEL.test(inner)) return false;
    // A whole sentence in round brackets is an aside somebody said, not a sound.
    if (group[2] !== undefined && inner.split(/\s+/).length > 5) return false;
    rest = rest.slice(group[0].length);
  }
  return true;
}
