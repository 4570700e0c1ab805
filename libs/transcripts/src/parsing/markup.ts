const NAMED_ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
};

/** Replaces `&amp;`, `&#39;`, `&#x27;` and the named entities transcripts use; an unknown one stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z]{2,8});/g, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED_ENTITIES[body.toLowerCase()] ?? whole;
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  });
}

/** A longer `<…>` is taken as text: no tag of a caption is. */
const LONGEST_TAG = 200;

/** The end (index after `>`) of a tag that starts at `from`, or -1 when `<` is an ordinary character there. */
export function tagEnd(text: string, from: number): number {
  const next = text.charCodeAt(from + 1);
  const isLetter = (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
  const isDigit = next >= 48 && next <= 57;
  if (!isLetter && !isDigit && next !== 47 /* slash */) return -1;
  const limit = Math.min(text.length, from + LONGEST_TAG);
  for (let i = from + 1; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 62 /* > */) return i + 1;
    if (c === 60 /* < */ || c === 10) return -1;
  }
  return -1;
}

/** Removes tags (`<i>`, `<c.yellow>`, `<00:01.500>`, `{\an8}`) and decodes entities; a lone `<` stays. */
export function stripMarkup(text: string): string {
  let out = text;
  if (text.includes('<')) {
    out = '';
    let from = 0;
    for (let i = text.indexOf('<'); i !== -1; i = text.indexOf('<', i)) {
      const end = tagEnd(text, i);
      if (end === -1) {
        i++;
        continue;
      }
      out += text.slice(from, i);
      from = end;
      i = end;
    }
    out += text.slice(from);
  }
  if (out.includes('{\\')) out = out.replace(/\{\\[^{}]{0,80}\}/g, '');
  return decodeEntities(out);
}

const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

/** Removes zero-width and direction marks, which break names and quotes apart unseen. */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
