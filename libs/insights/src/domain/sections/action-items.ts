import { capitalise } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Commitment } from '../moments/commitments';
import { coachReply, type Line } from '../session-view';
import { actionPhrase } from '../text/action-phrase';
import { evidenceOf, inMarks, quoteAround, weavable, type Quote } from '../text/quotes';
import type { ActionItem } from '../types';

const MOST = 6;
const TRACKING =
  /\b(?:i(?:'ll| will| can| could)|i'm (?:going to|gonna))\s+(?:just |also |definitely )*((?:text|email|e-mail|message|send|report|track|log|note|write (?:it|that|them) down|put (?:it|that|them) (?:in|on|into)|set (?:a|an|up a) (?:reminder|alarm|timer)|mark|tick|let you know|tell you|show you|bring (?:it|that|the|my))\b.*)/;
const COACH_FOLLOW_UP =
  /\b(?:(?:let's|we'll|we will|we can|i'll|i will|shall we|could we|can we)\s+(?:\w+ ){0,3}?(?:check in|review|come back to|follow up|look at how|see how|hear how|start (?:with|there)|go over)|(?:text|email|message|drop|send) me\b|let me know how|report back)/;
const HOW_KNOWN =
  /\bhow (?:will|would) (?:you|we) (?:know|track|measure|keep track)|\bwho (?:will|could|can|else)\b.{0,40}\b(?:know|tell|hold|help|accountable)|\bhold (?:you|yourself) accountable|\baccountab/;

function accountabilityOf(found: Findings, item: Commitment): { text: string; quotes: Quote[] } | null {
  const { view, naming } = found;
  const near = view.lines.slice(Math.max(0, item.line.index - 1), item.line.index + 9);
  for (const line of near) {
    if (!line.coach) {
      const match = TRACKING.exec(line.lower);
      if (
        !match?.[1] ||
        (line === item.line && item.quotes.some((quote) => quote.line === line && same(item, match[1] ?? '')))
      )
        continue;
      const spoken = line.text.slice(match.index + match[0].length - match[1].length);
      const phrase = actionPhrase(spoken, naming.coach);
      const quote = quoteAround(line, match.index);
      if (phrase && phrase.phrase !== item.phrase) {
        const when = phrase.timeline && phrase.timeline !== item.timeline ? ` ${phrase.timeline}` : '';
        return { text: capitalise(`${phrase.phrase}${when}`), quotes: [quote] };
      }
      if (weavable(quote.text))
        return {
          text: `${naming.possessive} own words: ${inMarks(quote.text)}`.replace(/^your/, 'Your'),
          quotes: [quote],
        };
      continue;
    }
    if (line.index < item.line.index) continue;
    const follow = COACH_FOLLOW_UP.exec(line.lower);
    if (follow && agreed(found, line)) {
      const quote = quoteAround(line, follow.index, 24);
      if (weavable(quote.text))
        return { text: `Agreed with ${naming.coach}: ${inMarks(quote.text)}`, quotes: [quote] };
    }
    if (HOW_KNOWN.test(line.lower)) {
      const answer = view.lines
        .slice(line.index + 1, line.index + 4)
        .find((other) => !other.coach && other.words >= 4);
      if (answer && !/\b(?:i don't know|not sure|no idea)\b/.test(answer.lower)) {
        const quote = quoteAround(answer, 0, 24);
        if (weavable(quote.text))
          return { text: `In answer to how it will be tracked: ${inMarks(quote.text)}`, quotes: [quote] };
      }
    }
  }
  return null;
}

function same(item: Commitment, spoken: string): boolean {
  return spoken.startsWith(item.phrase.slice(0, 12));
}

function agreed(found: Findings, line: Line): boolean {
  const answer = found.view.lines.slice(line.index + 1, line.index + 3).find((other) => !other.coach);
  return answer !== undefined && !/\b(?:no|not really|i'd rather not|don't)\b/.test(answer.lower);
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
  const chosen = [...found.commitments].sort((a, b) => b.strength - a.strength).slice(0, MOST);
  const items: ActionItem[] = [];
  const usedAsTracking = new Set<string>();
  for (const item of chosen.sort((a, b) => a.line.index - b.line.index)) {
    const action = capitalise(item.phrase);
    if (usedAsTracking.has(action.toLowerCase())) continue;
    const accountability = accountabilityOf(found, item);
    if (accountability) usedAsTracking.add(accountability.text.toLowerCase());
    items.push({
      action,
      timeline: item.timeline,
      accountabilityMeasure: accountability?.text ?? null,
      clientCommitmentLevel: levelOf(item.strength),
      ...evidenceOf([...item.quotes, ...(accountability?.quotes ?? [])]),
    });
  }
  return items.filter(
    (item) => ![...usedAsTracking].some((tracking) => tracking.startsWith(item.action.toLowerCase())),
  );
}

/** Whether the coach affirmed or repeated a step right after it was named. */
export function wasConfirmed(found: Findings, item: Commitment): boolean {
  return coachReply(found.view, item.line).some((line) =>
    /\b(?:great|good|so you'll|you're going to|sounds like)\b/.test(line.lower),
  );
}
