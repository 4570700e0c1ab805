import { countWords, isQuestion, splitSentences } from '@app/utterance-coding';
import type { Findings } from '../context';
import { certaintyOf, clientAnswer, type Line } from '../session-view';
import { namedFeelings } from '../text/feelings';
import {
  bestSentence,
  evidenceOf,
  inMarks,
  quoteAround,
  quoteOf,
  readable,
  weavable,
  type Quote,
} from '../text/quotes';
import { shareInWords } from '../text/report';
import type { CoachingPresence } from '../types';
import { questionIn } from './powerful-questions';

const DISCLOSURE: readonly [number, RegExp][] = [
  [
    1,
    /\bi(?:'ve| have)? never (?:told|said|admitted|shared)\b|\b(?:first time|haven't) (?:i've |i )?(?:said|told|admitted)\b|\bno one knows\b|\bnobody knows\b|\bi haven't told (?:anyone|anybody)\b/,
  ],
  [
    0.9,
    /\bi(?:'m| am| was| feel| felt)(?: just| really| so| a bit| kind of| always)* (?:ashamed|embarrassed|scared|terrified|afraid|guilty|lonely|alone|lost|a failure|not good enough|worthless|heartbroken)\b/,
  ],
  [
    0.8,
    /\b(?:to be (?:really |completely )?honest|if i'm honest|honestly,? i|the truth is|i have to admit|i(?:'ll)? admit|between you and me|i feel (?:safe|comfortable) (?:telling|saying|talking))\b/,
  ],
  [
    0.7,
    /\bi (?:cried|cry|broke down|struggle with|hate myself|blame myself|regret|beat myself up|don't (?:like|trust|believe in) myself|worry that)\b/,
  ],
];

/** Feelings that are told to somebody one trusts; irritation is told to anybody. */
const TENDER = new Set(
  'fear shame guilt loneliness sadness grief embarrassment hopelessness powerlessness resentment exhaustion overwhelm anxiety hurt regret'.split(
    ' ',
  ),
);

function disclosures(found: Findings): Quote[] {
  const ranked = found.view.clientContent.flatMap((line) => {
    let best: { at: number; strength: number } | null = null;
    for (const [strength, pattern] of DISCLOSURE) {
      const match = pattern.exec(line.lower);
      if (match && (!best || strength > best.strength)) best = { at: match.index, strength };
    }
    const named = namedFeelings(line.lower).find((feeling) => TENDER.has(feeling.noun));
    if (!best && named && certaintyOf(line, 'emotion') >= 0.5 && line.words >= 8)
      best = { at: named.at, strength: 0.6 };
    return best ? [{ quote: quoteAround(line, best.at, 24), ...best }] : [];
  });
  return ranked
    .filter((entry) => weavable(entry.quote.text) && countWords(entry.quote.text) >= 4)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 3)
    .map((entry) => entry.quote);
}

interface Conduct {
  open: Line[];
  closed: Line[];
  reflections: Line[];
  advice: Line[];
  permission: Line[];
  affirmations: Line[];
}

export function conductOf(found: Findings, least = 0.4): Conduct {
  const having = (...codes: Parameters<typeof certaintyOf>[1][]): Line[] =>
    found.view.coachContent.filter((line) => codes.some((code) => certaintyOf(line, code) >= least));
  return {
    open: having('question_open'),
    closed: having('question_closed'),
    reflections: having('reflection_simple', 'reflection_complex'),
    advice: having('advice'),
    permission: having('permission'),
    affirmations: having('affirmation'),
  };
}

function engagement(
  found: Findings,
  conduct: Conduct,
): { level: CoachingPresence['clientEngagementLevel']; answered: number | null } {
  const { view } = found;
  const share = view.clientWords / Math.max(1, view.clientWords + view.coachWords);
  const turn = view.clientWords / Math.max(1, view.clientContent.length);
  const asked = conduct.open.map((line) =>
    clientAnswer(view, line).reduce((sum, part) => sum + part.words, 0),
  );
  const answered = asked.length >= 2 ? asked.filter((words) => words >= 12).length / asked.length : null;
  const substance =
    view.clientContent.filter((line) => line.utterance.codes.length > 0 && line.words >= 6).length /
    Math.max(1, view.clientContent.length);
  const score =
    Math.min(1, share / 0.6) * 0.35 +
    Math.min(1, turn / 28) * 0.3 +
    (answered ?? Math.min(1, turn / 25)) * 0.2 +
    Math.min(1, substance / 0.6) * 0.15;
  return { level: score >= 0.72 ? 'High' : score >= 0.45 ? 'Moderate' : 'Low', answered };
}

function rapport(
  found: Findings,
  conduct: Conduct,
  trust: readonly Quote[],
  answered: number | null,
): string {
  const { view, naming } = found;
  const share = view.clientWords / Math.max(1, view.clientWords + view.coachWords);
  const sentences = [
    `${naming.Name} spoke ${shareInWords(share)} of the words${answered === null ? '' : answered >= 0.7 ? ' and met open questions with full answers' : answered <= 0.35 ? ' and met open questions with short answers' : ''}.`,
  ];
  if (trust.length >= 2) sentences.push('More than once something personal was put into words.');
  else if (trust.length === 1) sentences.push('Something personal was put into words.');
  if (conduct.affirmations.length >= 2) sentences.push('Strengths and efforts were named along the way.');
  return sentences.join(' ');
}

/** The line with most to show; very long ones show no more than middling ones. */
function strongest(lines: readonly Line[]): Line | undefined {
  return [...lines].sort((a, b) => Math.min(b.words, 30) - Math.min(a.words, 30))[0];
}
const ADDRESSED = /\b(?:you|your|you're|you've|you'll)\b/;

/** The sentence that asks for leave, `null` when it is too short to show anything. */
function permissionIn(line: Line): { text: string } | null {
  const sentence = splitSentences(line.text).find(
    (part) =>
      part.text.endsWith('?') &&
      /\b(?:ok(?:ay)?|all ?right|mind|fine|useful|helpful|willing|open to|like me to|can i|could i|may i|shall)\b/i.test(
        part.text,
      ),
  );
  return sentence ? { text: quoteAround(line, sentence.start, 26).text } : null;
}

function partnership(found: Findings, conduct: Conduct): { text: string; quotes: Quote[] } {
  const content = Math.max(1, found.view.coachContent.length);
  const asking = conduct.open.length + conduct.closed.length;
  const listening = conduct.reflections.length;
  const telling = conduct.advice.length;
  const quotes: Quote[] = [];
  const cite = (line: Line | undefined, as: 'question' | 'statement' | 'permission'): string | null => {
    if (!line) return null;
    const asked = as === 'question' ? questionIn(line) : as === 'permission' ? permissionIn(line) : null;
    const quote = asked
      ? { text: asked.text, line }
      : as !== 'statement'
        ? null
        : (bestSentence(line, ADDRESSED, [], 26) ?? quoteOf(line, 26));
    if (!quote || !readable(quote.text) || countWords(quote.text) < 4) return null;
    if (as === 'question' && !isQuestion(quote.text)) return null;
    quotes.push(quote);
    return inMarks(quote.text);
  };
  const sentences: string[] = [];
  if (telling >= 3 && telling / content > 0.2 && telling >= conduct.open.length) {
    const quote = cite(strongest(conduct.advice), 'statement');
    sentences.push(`Suggestions came more often than open questions${quote ? `, as in ${quote}` : ''}.`);
  } else if (listening >= 2 && listening >= asking) {
    const quote = cite(strongest(conduct.reflections), 'statement');
    sentences.push(`The coach listened back at least as often as asking${quote ? `: ${quote}` : ''}.`);
  } else if (conduct.open.length >= 2 && conduct.open.length >= conduct.closed.length) {
    const quote = cite(strongest(conduct.open), 'question');
    sentences.push(`Open questions set the direction${quote ? `: ${quote}` : ''}.`);
  } else if (conduct.closed.length >= 3) {
    const quote = cite(strongest(conduct.closed), 'question');
    sentences.push(`Mostly closed questions led the way${quote ? `, as in ${quote}` : ''}.`);
  }
  if (conduct.permission.length > 0) {
    const quote = cite(conduct.permission[0], 'permission');
    sentences.push(`Permission was asked before going on${quote ? `: ${quote}` : ''}.`);
  }
  const own = found.commitments.filter((item) => item.origin === 'client').length;
  if (own > 0)
    sentences.push(
      own === 1 ? 'The next step came from the client.' : 'The next steps came from the client.',
    );
  return { text: sentences.join(' '), quotes };
}

/** How coach and client worked together; `null` when too little was said to tell. */
export function coachingPresence(found: Findings): CoachingPresence | null {
  const { view } = found;
  if (view.clientContent.length < 4 || view.coachContent.length < 3 || view.clientWords < 60) return null;
  const conduct = conductOf(found);
  const trust = disclosures(found);
  const together = partnership(found, conduct);
  const quotes = [...trust, ...together.quotes];
  if (quotes.length === 0 || together.text === '') return null;
  const { level, answered } = engagement(found, conduct);
  return {
    clientEngagementLevel: level,
    rapportQuality: rapport(found, conduct, trust, answered),
    trustIndicators: trust.map((quote) => inMarks(quote.text)),
    partnershipDynamics: together.text,
    ...evidenceOf(quotes),
  };
}
