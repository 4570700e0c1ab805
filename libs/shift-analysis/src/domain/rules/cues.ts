import { codeCertainty } from '../session-view';
import type { Line } from '../session-view';
import { sentences } from '../text/plain';

/** Cues shared by several rules. All patterns match on `plain` text. */

export const ASKS_PERMISSION =
  /\b(?:(?:would|will|is|was) (?:it|that) be (?:okay|ok|all right|alright|fine|useful|helpful) (?:if|with you|for you|to)|(?:is|would) (?:it|that) (?:be )?(?:okay|ok|all right|alright|fine) (?:if|with you)|if (?:it's|that's|it is|that is|that'd be|it'd be) (?:okay|ok|all right|alright|fine)(?: with you)?|would you mind if|do you mind if|is that (?:all right|alright|okay|ok)(?: with you)?$|would that be (?:okay|ok|all right|alright)|(?:may|could|can) i (?:offer|share|suggest|make a suggestion|check something|ask you something|tell you (?:a bit|a little|something) about)|with your permission|would you be open to|are you open to)\b/;

export const CLIENT_ASKS_ADVICE =
  /\b(?:what (?:do|would) you (?:suggest|think|recommend|do|say)|what should i|do you think i should|any (?:ideas|suggestions|advice|tips)|what can i do|how (?:do|can|should) i|can you (?:help|tell|advise)|should i|what else can|what are my options|are there (?:any )?(?:things|ways)|other advice|advise me|is there (?:anything|something|some) (?:else )?(?:i|that|you)|could i|can i|do you recommend|you recommend)\b/;

const WH =
  /\b(?:what|how|why|when|where|which|who)(?:'s|'re|'d)?\b(?! (?:i'm hearing|i hear|you said|you've said|you say|i heard))/;

/** Asks rather than tells, judged from the coder and, where the transcript has them, question marks. */
export function asksQuestion(line: Line): boolean {
  const coded = Math.max(codeCertainty(line, 'question_open'), codeCertainty(line, 'question_closed'));
  return coded >= 0.5 || (line.utterance.behaviour?.question ?? 0) >= 0.5 || line.text.includes('?');
}

export function asksOpenly(line: Line): boolean {
  if (codeCertainty(line, 'question_open') >= 0.5) return true;
  if (codeCertainty(line, 'question_closed') >= 0.7) return false;
  return sentences(line.text).some(
    (part) => part.endsWith('?') && /^(?:\W*\w+\W+){0,4}?(?:what|how|why|tell me|describe)\b/i.test(part),
  );
}

/** Reflecting, by the coder. */
export function reflects(line: Line): number {
  return Math.max(
    codeCertainty(line, 'reflection_simple'),
    codeCertainty(line, 'reflection_complex'),
    line.utterance.behaviour?.reflection ?? 0,
  );
}

/** Advice or information, by the coder. */
export function informs(line: Line): number {
  return Math.max(
    codeCertainty(line, 'advice'),
    codeCertainty(line, 'information'),
    line.utterance.behaviour?.input ?? 0,
  );
}

/** Speaks about the client ("you") rather than about the coach or the world. */
export function aboutClient(line: Line): boolean {
  return /\b(?:you|your|you're|you've|you'd|you'll|yourself)\b/.test(line.plain);
}

/** The text up to a point asks a wh-question that has not ended there. */
export function insideQuestion(line: Line, indexInPlain: number): boolean {
  const before = line.plain.slice(Math.max(0, indexInPlain - 70), indexInPlain);
  return WH.test(before);
}

/** Words that close a meeting. */
export const GOODBYE =
  /\b(?:bye|goodbye|see you (?:next|in|soon|then|on|later|again)|thanks? (?:you )?(?:so much |very much )?for (?:coming|today|your time|talking|meeting|sharing)|have a (?:good|great|nice|lovely)|take care|talk (?:soon|to you)|good to (?:meet|see) you|(?:nice|lovely) (?:talking|to (?:meet|see|talk))|our time(?:'s| is)? (?:up|nearly)|we(?:'re| are) (?:out of|at) time|until next time|same time next)\b/;

/** The client commits: intention, plan, promise. */
export const COMMITS =
  /\b(?:i(?:'ll| will)(?! (?:live|be (?:fine|okay|ok|honest)|never|admit|say this|tell you))|i'm going to|i am going to|i plan to|i'm planning|i've decided|i promise|i can do that|i(?:'d| would) be willing|i could (?:try|start|maybe|probably|just)|i might (?:try|start)|i'm willing|i guess i(?:'ll| will| could)|let's (?:go|do)|i want to (?:start|try)|i'm (?:just )?(?:going|starting)|i think i (?:could|can|will|should)|i can start|count me in)\b/;
