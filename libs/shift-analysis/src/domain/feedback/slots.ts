import type { Moment } from '../rules/moment';
import { clientTurnBefore, codeCertainty, position } from '../session-view';
import type { Line, SessionView } from '../session-view';
import { flipToYou } from '../text/flip';
import { bestFragment, completeClauses, fragmentAround, locateCue } from '../text/fragment';
import { voicedFeeling } from '../text/feelings';
import { plain, sentences, wordCount } from '../text/plain';
import { COMMITS } from '../rules/cues';

/** Values for the slots of a template; a missing key means the slot cannot be filled for this moment. */
export type Slots = Readonly<Partial<Record<string, string>>>;

/** Slots, and the lines whose words they quote (they belong among the cited utterances). */
export interface FilledSlots {
  slots: Slots;
  quoted: Line[];
  /** The coach's or client's words the signal shows as its quote. */
  moveQuote: string | null;
  said: { line: Line; text: string } | null;
  /** The line whose clause `{you}` says back. */
  flipped: Line | null;
}

const quote = (text: string): string => `“${text}”`;

function cuePattern(words: string): RegExp {
  return new RegExp(`\\b${words.replace(/[^a-z0-9' ]/g, '').replace(/ /g, "[^a-z0-9']+")}\\b`);
}

/** Of a summary, the fullest statement about the client: not its opening formula, not the question after it. */
function summaryFragment(text: string): { text: string; clean: boolean } | null {
  let best: string | null = null;
  for (const part of sentences(text)) {
    if (part.endsWith('?')) continue;
    const found = bestFragment(part, { cue: /\byou(?:r|'re|'ve)?\b/, maxWords: 24, minWords: 5 });
    if (
      found &&
      !/\b(?:let me|put (?:some|all)|make sure)\b/i.test(found.text) &&
      found.words > wordCount(best ?? '')
    )
      best = found.text;
  }
  const fallback = best ?? bestFragment(text, { maxWords: 22, minWords: 4 })?.text ?? null;
  return fallback ? { text: fallback, clean: true } : null;
}

const ANNOUNCES =
  /\b(?:do is(?: this)?|is this|seen work|what works|think you should do|is to|real goal is|heard you decide|things you've decided)\??$/i;

/** The coach's words that make the move: around the cue, or the best part of a line that has none. */
function moveFragment(moment: Moment): { text: string; clean: boolean } | null {
  const { text } = moment.move;
  if (moment.code === 'F+meta') return summaryFragment(text);
  const cue = moment.cue ?? '';
  const place = locateCue(text, cue) ?? locateCue(text, cue.split(' ').slice(0, 3).join(' '));
  if (place) {
    const found = fragmentAround(text, place, moment.code === 'I+tension' ? 32 : 24);
    if (!found || !ANNOUNCES.test(found.text)) return found;
    // "What I'd like you to do is this.": what is announced says more than the announcement.
    const after = text.slice(text.indexOf(found.text) + found.text.length);
    const rest = bestFragment(after, { cue: /\byou'll\b/, maxWords: 20, minWords: 4 });
    return rest ? { text: rest.text, clean: true } : found;
  }
  const best = bestFragment(text, { maxWords: 20 });
  // A part of the line that may not be the move can be shown as its quote, but not be spoken about.
  if (best) return { text: best.text, clean: moment.cue === null };
  const bare = text.trim().replace(/[\s.,;–—-]+$/, '');
  return bare.length > 0 && !/[[\]]/.test(bare) && moment.move.words <= 24
    ? { text: bare, clean: false }
    : null;
}

function saidFragment(moment: Moment, line: Line): string | null {
  const both = moment.code.startsWith('I');
  const cue = moment.feeling
    ? cuePattern(moment.feeling.word)
    : moment.triggerCue
      ? cuePattern(moment.triggerCue)
      : both
        ? /\bbut\b/
        : null;
  const best = bestFragment(line.text, {
    cue,
    maxWords: both ? 20 : 14,
    minWords: moment.feeling ? 3 : 4,
    firstPerson: true,
  });
  if (moment.feeling && moment.code.startsWith('S-') && !(best && cue?.test(best.text.toLowerCase()))) {
    // Told about a feeling passed over, the coach must see the words that held it.
    const place = locateCue(line.text, moment.feeling.word);
    const around = place && fragmentAround(line.text, place, 16);
    return around?.clean ? around.text : null;
  }
  return best?.text ?? null;
}

/** Whether a client's line says something a coach would remember. */
function carriesWeight(line: Line): boolean {
  const coded = line.utterance.codes.some((entry) => entry.certainty >= 0.5);
  return line.words >= 14 || (line.words >= 5 && (coded || voicedFeeling(line.plain) !== null));
}

/** The client's line to quote: the trigger, or the fullest line of the same turn when that one is thin. */
function lineToQuote(view: SessionView, moment: Moment): { line: Line; text: string } | null {
  if (!moment.trigger) return null;
  // Praise may stand without the client's words; small talk quoted as if it mattered would spoil it.
  if (moment.code.includes('+') && !carriesWeight(moment.trigger)) return null;
  const own = saidFragment(moment, moment.trigger);
  if (own) return { line: moment.trigger, text: own };
  const others = clientTurnBefore(view, moment.move).filter((line) => line !== moment.trigger);
  for (const line of others.toReversed()) {
    const text = saidFragment(moment, line);
    if (text) return { line, text };
  }
  return null;
}

const EMPTY_FLIP =
  /^(?:you (?:don't|do not) (?:really )?(?:know|remember|mind|care)|you (?:think|guess|see|do|would|agree|understand)(?: so| that| it)?|it's (?:okay|fine|good|true|nice|like that|hard to say)|that's (?:true|right|fine|good|okay|it|how it is)|you're (?:fine|good|okay|not sure)|you(?:'d| would) (?:like|love) (?:that|it))\b$/i;

/** What a client wants, fears, cannot do or keeps doing: worth handing back as the start of their own thinking. */
const MATTERS =
  /^you (?:(?:just|really|still|also|do) )?(?:want|need|can't|couldn't|keep|don't|feel|wish|hope|should|have to|would like|hate|miss|love|struggle|end up|never|always|worry|know you|lost|stopped)\b|^you(?:'re|'d like|'ve (?:never|always|been|stopped|lost))\b|^(?:it's|that's) (?:hard|too|so)\b/;

/** The client's clause most worth saying back, in the second person, and the line it comes from. */
function flippedClause(view: SessionView, moment: Moment): { text: string; line: Line } | null {
  const turn = clientTurnBefore(view, moment.move);
  const near = moment.trigger ? [...new Set([moment.trigger, ...turn])] : turn;
  // For advice and tasks the wish behind the talk may lie a few turns back.
  const back = /^[HT]-/.test(moment.code)
    ? view.clientLines.filter(
        (line) => line.index < moment.move.index && moment.move.index - line.index <= 14,
      )
    : [];
  let best: { text: string; line: Line; score: number } | null = null;
  for (const line of new Set([...near, ...back])) {
    for (const clause of completeClauses(line.text)) {
      const flipped = flipToYou(clause);
      if (!flipped || EMPTY_FLIP.test(flipped) || !/\byou/.test(flipped)) continue;
      if (moment.feeling && moment.code.startsWith('S-') && !plain(clause).includes(moment.feeling.word))
        continue;
      const matters = MATTERS.test(flipped);
      if (!matters && /^[HT]-/.test(moment.code)) continue;
      const words = wordCount(flipped);
      let score = Math.min(words, 9) * 0.2 - Math.max(0, words - 11) * 0.2 + (matters ? 1 : 0);
      if (moment.feeling && plain(clause).includes(moment.feeling.word)) score += 3;
      if (moment.triggerCue && plain(clause).includes(moment.triggerCue)) score += 2;
      score -= (moment.move.index - line.index) * 0.06;
      if (!best || score > best.score) best = { text: flipped, line, score };
    }
  }
  return best;
}

function twoSides(line: Line | null): [string, string] | null {
  if (!line) return null;
  const parts = line.text.split(/[,;.\s]+but\s+/i);
  for (let i = 0; i + 1 < parts.length; i++) {
    const before = completeClauses(`${parts[i] ?? ''}.`).at(-1);
    const after = completeClauses(parts[i + 1] ?? '')[0];
    const a = before ? flipToYou(before) : null;
    const b = after ? flipToYou(after) : null;
    if (a && b && /\byou/.test(a) && /\byou|\bit/.test(b) && !EMPTY_FLIP.test(a) && !EMPTY_FLIP.test(b))
      return [a, b];
  }
  return null;
}

const AGREES =
  /^(?:yeah|yes|okay|ok|alright|all right|sure|fine|right|i guess(?: so)?|i suppose(?: so)?|yep|yup|true)\b/;

/** A short, thin agreement right after the coach's move. */
function thinYes(view: SessionView, moment: Moment): { line: Line; text: string } | null {
  const next = view.lines[moment.move.index + 1];
  if (!next || next.coach || next.words > 4 || !AGREES.test(next.plain)) return null;
  const text = next.text.trim().replace(/[\s.,;!?—–-]+$/, '');
  return text && !/[[\]]|--|\b(\w+)-\1\b/.test(text) ? { line: next, text } : null;
}

function when(view: SessionView, line: Line): string | null {
  if (view.lines.length < 24) return null;
  const at = position(view, line);
  if (at < 0.15) return 'early on';
  if (at < 0.42) return 'in the first half';
  if (at < 0.58) return 'half way through';
  if (at < 0.85) return 'later on';
  return 'near the end';
}

/** Two client moments far apart that carry weight, for findings about the whole session. */
function earlyAndLate(view: SessionView): [Line, Line] | null {
  const heavy = view.clientLines
    .map((line) => ({
      line,
      weight:
        codeCertainty(line, 'emotion') +
        codeCertainty(line, 'struggle') +
        codeCertainty(line, 'insight') +
        codeCertainty(line, 'ambivalence') +
        Math.min(line.words, 40) / 80,
    }))
    .filter(({ line }) => line.words >= 8 && bestFragment(line.text, { firstPerson: true }) !== null)
    .sort((a, b) => b.weight - a.weight);
  const first = heavy[0];
  const second =
    first && heavy.find(({ line }) => Math.abs(position(view, line) - position(view, first.line)) > 0.2);
  if (!first || !second) return null;
  return first.line.index < second.line.index ? [first.line, second.line] : [second.line, first.line];
}

const EVADES =
  /\b(?:can't think|don't (?:really )?know|not (?:really )?sure|no idea|nothing comes|haven't thought|hard to say|what do you mean)\b/;
const MEASURE =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|once|twice|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|weekend|next week|minutes|hours?)\b/;

/** What the client answered, where it is fit to be shown as the effect of a move. */
function fillAnswer(moment: Moment, slots: Record<string, string>, quoted: Line[]): void {
  const { response } = moment;
  if (!response || EVADES.test(response.plain) || /^(?:no|nope|not|what|why|huh)\b/.test(response.plain))
    return;
  const committed = COMMITS.test(response.plain) || codeCertainty(response, 'commitment') >= 0.5;
  const place = committed ? locateCue(response.text, COMMITS.exec(response.plain)?.[0] ?? '') : null;
  const promise = place ? fragmentAround(response.text, place, 18) : null;
  if (promise?.clean && wordCount(promise.text) >= 4) slots['step'] = quote(promise.text);
  const measure = sentences(response.text)[0]?.replace(/[\s.,;!…]+$/, '') ?? '';
  if (
    wordCount(measure) <= 10 &&
    MEASURE.test(plain(measure)) &&
    !/--|\[|\w-\s|\b(?:um+|uh+)\b/i.test(measure)
  )
    slots['measure'] = quote(measure);
  if (response.words >= 6 && !response.text.includes('?')) {
    const answer = bestFragment(response.text, { maxWords: 15, minWords: 4, firstPerson: true });
    if (answer) slots['answer'] = quote(answer.text);
  }
  quoted.push(response);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything a template may say about a moment. */
export function slotsOf(view: SessionView, moment: Moment, clientName: string | null): FilledSlots {
  const slots: Record<string, string> = {};
  const quoted: Line[] = [];
  const client = clientName?.trim() ? clientName.trim() : 'your client';
  slots['client'] = client;
  slots['Client'] = capital(client);
  const time = when(view, moment.move);
  if (time) {
    slots['when'] = time;
    slots['When'] = capital(time);
  }
  if (moment.feeling) {
    slots['feeling'] = moment.feeling.noun;
    slots['feel'] = moment.feeling.adjective;
  }
  const source = lineToQuote(view, moment);
  if (source) {
    slots['said'] = quote(source.text);
    if (source.line.utterance.codes.some((entry) => entry.certainty >= 0.5))
      slots['matter'] = quote(source.text);
    quoted.push(source.line);
    const felt = voicedFeeling(plain(source.text));
    if (felt && felt.feeling.noun === moment.feeling?.noun) slots['felt'] = quote(source.text);
  }
  const move = moveFragment(moment);
  if (move?.clean && wordCount(move.text) >= 3) slots['move'] = quote(move.text);
  const promise = moment.trigger && COMMITS.exec(moment.trigger.plain);
  if (promise && moment.trigger) {
    const place = locateCue(moment.trigger.text, promise[0]);
    const words = place && fragmentAround(moment.trigger.text, place, 18);
    if (words?.clean && wordCount(words.text) >= 5 && !/^if\b/i.test(words.text)) {
      slots['promise'] = quote(words.text);
      quoted.push(moment.trigger);
    }
  }
  fillAnswer(moment, slots, quoted);
  const yes = thinYes(view, moment);
  if (yes) {
    slots['yes'] = quote(yes.text);
    quoted.push(yes.line);
  }
  const flipped = flippedClause(view, moment);
  if (flipped) slots['you'] = flipped.text;
  const sides = twoSides(moment.trigger);
  if (sides) [slots['sideA'], slots['sideB']] = sides;
  if (moment.code === 'F-reactive') {
    const pair = earlyAndLate(view);
    const early = pair && bestFragment(pair[0].text, { firstPerson: true, maxWords: 12 });
    const late = pair && bestFragment(pair[1].text, { firstPerson: true, maxWords: 12 });
    if (pair && early && late) {
      slots['early'] = quote(early.text);
      slots['late'] = quote(late.text);
      quoted.push(...pair);
    }
  }
  return { slots, quoted, moveQuote: move?.text ?? null, said: source, flipped: flipped?.line ?? null };
}
