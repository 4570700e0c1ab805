import { capitalise } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Commitment } from '../moments/commitment';
import type { Line } from '../session-view';
import { actionPhrase } from '../text/action-phrase';
import { contentStems, overlap } from '../text/content-words';
import { evidenceOf, inMarks, quoteAround, weavable, type Quote } from '../text/quotes';
import type { ActionItem } from '../types';

const MOST = 7;
const TRACKING =
  /\b(?:i(?:'ll| will| can| could)|i'm (?:going to|gonna))\s+(?:just |also |definitely )*((?:(?:text|email|e-mail|message|ring|call|tell|show|update|ping|drop) you|let you know|send you|report back|keep track|track|log|note (?:it|that|them) down|write (?:it|that|them) (?:down|up)|put (?:it|that|them) (?:in|on|into)|set (?:a|an|up a) (?:reminder|alarm|timer)|mark (?:it|that)|tick|bring (?:it|that) (?:to|along|next|with))\b.*)/;
const COACH_FOLLOW_UP =
  /\b(?:(?:let's|we'll|we will|we can|i'll|i will|shall we|could we|can we)\s+(?:\w+ ){0,3}?(?:check in|review|come back to (?:it|that|this) next|follow up|look at how|see how|hear how|start (?:with|there) next|go over)|(?:text|email|message|drop|send) me (?:a |when|once|after|if)|let me know how|report back)/;
const HOW_KNOWN =
  /\bhow (?:will|would) (?:you|we) (?:know (?:you|it|that)|track|measure|keep track)|\bwho (?:will|could|can|else)\b.{0,40}\b(?:know|tell|hold|help|accountable)|\bhold (?:you|yourself) accountable|\baccountab/;

/** Something said about how a step will be followed up. */
interface FollowUp {
  text: string;
  quote: Quote;
  line: Line;
}

function followUps(found: Findings): FollowUp[] {
  const { view, naming } = found;
  const list: FollowUp[] = [];
  const add = (line: Line, text: string, quote: Quote): void => {
    if (weavable(quote.text)) list.push({ line, text, quote });
  };
  for (const line of view.lines) {
    if (!line.coach) {
      const match = TRACKING.exec(line.lower);
      if (!match?.[1]) continue;
      const quote = quoteAround(line, match.index, 24);
      const phrase = actionPhrase(line.text.slice(match.index + match[0].length - match[1].length), naming);
      const when = phrase?.timeline ? ` ${phrase.timeline}` : '';
      add(
        line,
        phrase
          ? capitalise(`${phrase.phrase}${when}`)
          : `In ${naming.possessive} words: ${inMarks(quote.text)}`,
        quote,
      );
      continue;
    }
    const answer = view.lines.slice(line.index + 1, line.index + 4).find((other) => !other.coach);
    const follow = COACH_FOLLOW_UP.exec(line.lower);
    if (follow && answer && !/\b(?:no|not really|i'd rather not|don't)\b/.test(answer.lower)) {
      const quote = quoteAround(line, follow.index, 24);
      add(line, `Agreed with ${naming.coach}: ${inMarks(quote.text)}`, quote);
    } else if (
      HOW_KNOWN.test(line.lower) &&
      answer &&
      answer.words >= 4 &&
      !TRACKING.test(answer.lower) &&
      !/\b(?:i don't know|not sure|no idea)\b/.test(answer.lower)
    ) {
      const quote = quoteAround(answer, 0, 24);
      add(answer, `Asked how it will be kept track of: ${inMarks(quote.text)}`, quote);
    }
  }
  return list;
}

/** Each follow-up belongs to the step it shares words with, else to the last one named before it. */
function assign(items: readonly Commitment[], list: readonly FollowUp[]): Map<Commitment, FollowUp> {
  const assigned = new Map<Commitment, FollowUp>();
  for (const followUp of list) {
    const stems = contentStems(followUp.quote.text);
    const own = items.find((item) => item.quotes.some((quote) => quote.text === followUp.quote.text));
    const others = items.filter((item) => item !== own && item.line.index <= followUp.line.index);
    const sharing = others.filter((item) => item.stems.size > 0 && overlap(item.stems, stems) >= 0.5).at(-1);
    // "Put it in the diary" is about what was just said; a promise to report back may come at the goodbye.
    const reach = /\b(?:put|mark|tick|note|write|track|log)\b/.test(followUp.quote.text.toLowerCase())
      ? 2
      : 9;
    const last = others.filter((item) => followUp.line.index - item.line.index <= reach).at(-1);
    const target = sharing ?? last;
    if (target && !assigned.has(target)) assigned.set(target, followUp);
  }
  return assigned;
}

export function levelOf(strength: number): ActionItem['clientCommitmentLevel'] {
  return strength >= 0.78 ? 'High' : strength >= 0.5 ? 'Medium' : 'Low';
}

/**
 * What the client committed to, in spoken order. A step the coach prescribed and the client merely acknowledged is
 * `Low`; one the client took up cites both. Follow-through ("I'll text you when it's done") is the accountability of
 * the step before it, not a step of its own.
 */
export function actionItems(found: Findings): ActionItem[] {
  const inOrder = [...found.commitments].sort((a, b) => a.line.index - b.line.index);
  const assigned = assign(inOrder, followUps(found));
  const tracking = new Set(
    [...assigned].filter(([item]) => item.strength >= 0.3).map(([, followUp]) => followUp.quote.text),
  );
  return inOrder
    .filter((item) => assigned.has(item) || !item.quotes.every((quote) => tracking.has(quote.text)))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST)
    .sort((a, b) => a.line.index - b.line.index)
    .map((item) => {
      const followUp = assigned.get(item);
      return {
        action: capitalise(item.phrase),
        timeline: item.timeline,
        accountabilityMeasure: followUp?.text ?? null,
        clientCommitmentLevel: levelOf(item.strength),
        ...evidenceOf([...item.quotes, ...(followUp ? [followUp.quote] : [])]),
      };
    });
}
