import type { Findings } from '../context';
import { certaintyOf, coachReply, type Line } from '../session-view';
import { contentStems, overlap } from '../text/content-words';
import { evidenceOf, inMarks, quoteAround, quoteOf, weavable, type Naming, type Quote } from '../text/quotes';
import type { ValueOrBelief } from '../types';

type Kind = ValueOrBelief['type'];
interface Rule {
  type: Kind;
  strength: number;
  pattern: RegExp;
  describe: (quote: string, naming: Naming) => string;
}

const MOST = 5;
const NEGATED =
  /\b(?:don't (?:think|believe|know (?:if|that|whether))|not sure (?:if|that|whether)|wish|if only|used to (?:think|believe)|doubt|do i|am i|isn't|is it)\s+(?:\w+\s+){0,2}$/;

const RULES: readonly Rule[] = [
  {
    type: 'Limiting Belief',
    strength: 0.95,
    pattern:
      /\bi(?:'m| am| was|'ll| will)?(?: just| really| simply| still| never| always)* (?:not|never|n't|won't) (?:be |feel |going to be |gonna be |really |that )*(?:good|smart|strong|clever|brave|qualified|experienced|worthy) enough\b|\bi(?:'m| am) not enough\b|\bi don't deserve\b/g,
    describe: (quote) => `A sense of not being enough: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.9,
    pattern:
      /\bi(?:'m| am) (?:just |always |such |simply )*(?:a (?:complete |total )?(?:failure|fraud|impostor|imposter|disappointment|burden|fake|lost cause|mess)|too (?:old|stupid|weak|sensitive|late|lazy|selfish|much)\b|hopeless at|no good at|useless at|(?:just )?not (?:the (?:kind|type|sort) of person|someone|a (?!bad)\w+ person|cut out|made for|capable|good at))/g,
    describe: (quote, naming) => `A fixed picture of self in ${naming.possessive} words: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.85,
    pattern:
      /\bi(?:'ll| will) never (?:be|get|manage|find|have|make|change|amount|learn|stop)\b|\bi can never\b|\bit(?:'ll| will) never\b|\bnothing (?:i do|ever|will ever)\b|\bthere's no (?:point|way i)\b|\bi(?:'m| am) never going to\b/g,
    describe: (quote) => `A door spoken of as closed: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.85,
    pattern:
      /\bi (?:always |just )?(?:have to|must|need to|should|'ve got to) (?:always|never|be (?:perfect|strong|the (?:best|strong one)|nice|available|in control|everything))\b|\bi always (?:have to|must|need to)\b|\bi can't (?:let (?:anyone|people|them|him|her|my \w+) down|afford to (?:fail|make|be|say)|be seen|show|disappoint|fail|make (?:a )?mistakes?)\b|\bi(?:'m| am) (?:not allowed|supposed to be)\b/g,
    describe: (quote) => `A rule held as absolute: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.8,
    pattern:
      /\bif i (?:say|said|ask|asked|don't|do|stop|stopped|tell|told|fail|failed|make|made|let|take|took|show|speak|spoke|slow|rest|change|leave|quit|admit|say)\b[^.?!]{2,70}\b(?:nobody|no one|they(?:'ll| will|'d| would)|people (?:will|would|'ll)|everyone(?:'ll| will| would|'s going)|he(?:'ll|'d| will| would)|she(?:'ll|'d| will| would)|i(?:'ll| will|'m|'d) (?:lose|look|be (?:seen|alone|fired|left|judged|a)|disappoint|fail|let|fall))\b/g,
    describe: (quote) => `A feared consequence, told as certain: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.75,
    pattern:
      /\bi always (?:mess|fail|screw|ruin|let|end up|disappoint|get it wrong|give up)\b|\bthat's just (?:how|who|the way) i am\b|\bi can't do (?:anything|it|this) (?:right|without|on my own)\b|\b(?:everyone|nobody|no one) (?:thinks|expects|else|cares|wants|would|will|ever)\b[^.?!]{0,30}\b(?:me|i)\b/g,
    describe: (quote) => `An all-or-nothing statement: ${quote}.`,
  },
  {
    type: 'Limiting Belief',
    strength: 0.88,
    pattern:
      /\bif (?:i|i'm|she|he|they|people|everyone|nobody|somebody) [^.?!]{2,45},? (?:then )?i(?:'m| am) (?:safe|nothing|nobody|worthless|finished|a failure|not (?:useful|needed|worth)|in trouble|useless|selfish|weak)\b|\bthen i(?:'m| am) not (?:useful|needed|worth|good)\b/g,
    describe: (quote) => `A condition for being all right: ${quote}.`,
  },
  {
    type: 'Core Value',
    strength: 0.95,
    pattern:
      /\b(?:what|that's what|the thing that|all that|it) (?:really |actually |truly )?matters (?:most |more |a lot |so much )?(?:to me|is)\b|\bmatters? (?:a lot |so much |a great deal |more |most |hugely |deeply )?to me\b|\bi(?:'ve| have)? always (?:valued|believed in)\b|\bi (?:really |deeply |truly )?value\b|\b(?:one of )?my (?:core |biggest |main |highest )?(?:values?|priorit(?:y|ies)) (?:is|are)\b/g,
    describe: (quote, naming) => `What matters to ${naming.name}: ${quote}.`,
  },
  {
    type: 'Core Value',
    strength: 0.85,
    pattern:
      /\b(?:is|are|was|'s|been) (?:really |so |very |just |extremely |super |incredibly )*important (?:to me|for me|that i|thing)\b|\bthe most important (?:thing|part|person|people)\b|\bmeans? (?:a lot|so much|everything|the world) to me\b|\bi (?:really |deeply |do )?care (?:a lot |so much |deeply )?about\b|\bi (?:really |do |firmly )?believe in\b|\b(?:comes?|put|always) first (?:for me)?\b/g,
    describe: (quote, naming) => `Something ${naming.name} holds as important: ${quote}.`,
  },
  {
    type: 'Core Value',
    strength: 0.75,
    pattern:
      /\bi (?:want|wanna|try|'d like|would like) to be (?:a|the kind of|the sort of|someone who) (?:good |great |better |present |kind |loving |supportive |healthy )?(?:\w+ )?(?:parent|mum|mom|mother|dad|father|role model|example|friend|partner|person|leader|manager|husband|wife|daughter|son|who)\b|\bi don't want (?:my (?:kids|children|son|daughter|family|team)|her|him|them) to (?:see|grow|think|learn|start|have|go|end|be)\b/g,
    describe: (quote, naming) => `Who ${naming.name} wants to be for others: ${quote}.`,
  },
  {
    type: 'Empowering Belief',
    strength: 0.9,
    pattern:
      /\bi know (?:that )?i can (?:do|handle|manage|be|make|change|get through|cope|succeed)\b|\bi(?:'m| am) (?:capable|strong enough|good enough|enough|worth it|allowed to|stronger than|ready for this)\b|\bi have what it takes\b|\bi (?:do )?(?:trust|believe in) myself\b|\bi deserve\b|\bi believe (?:that )?i can\b/g,
    describe: (quote) => `A belief that carries: ${quote}.`,
  },
  {
    type: 'Empowering Belief',
    strength: 0.8,
    pattern:
      /\bi(?:'ve| have)? (?:learned|learnt) (?:that|to)\b|\bi don't (?:actually |really |always |necessarily )?have to (?:be|do|please|prove|say|fix|carry|explain|apologise|apologize|answer|know|always)\b|\bit(?:'s| is) (?:okay|ok|fine|all right|alright|not selfish) (?:for me )?(?:to|if i|not to|that i)\b|\bi(?:'m| am) (?:actually |really )(?:good at|able to)\b|\bi can (?:choose|do this|handle (?:it|this|that))\b/g,
    describe: (quote) => `A belief that opens room: ${quote}.`,
  },
];

interface Heard {
  rule: Rule;
  line: Line;
  at: number;
  quote: Quote;
}

/** Statements about oneself lose their force inside a condition; consequences are conditions by nature. */
const heardSelf = (rule: Rule): boolean =>
  (rule.strength !== 0.8 && rule.strength !== 0.88) || rule.type !== 'Limiting Belief';

/** Words about dying are for the coach to read in full, not to be sorted as a belief. */
const GRAVE = /\b(?:live any ?more|die|dying|dead|kill\w*|suicid\w*|end it all|hurt(?:ing)? myself)\b/;

function fit(rule: Rule, quote: string, before: string): boolean {
  const lower = quote.toLowerCase();
  if (GRAVE.test(lower)) return false;
  if (rule.type === 'Core Value')
    return contentStems(quote).size >= 2 && !/\b(?:doesn't|don't|didn't|not|never)\s*$/.test(before);
  return rule.type !== 'Limiting Belief' || !/\bnever\b.*\bagain\b|\bgoing back\b/.test(lower);
}

function hear(found: Findings): Heard[] {
  const heard: Heard[] = [];
  for (const line of found.view.clientContent) {
    for (const rule of RULES) {
      for (const match of line.lower.matchAll(rule.pattern)) {
        const before = line.lower.slice(Math.max(0, match.index - 40), match.index);
        const quote = quoteAround(line, match.index, 30);
        if (
          NEGATED.test(before) ||
          !fit(rule, quote.text, before) ||
          quote.text.endsWith('?') ||
          !weavable(quote.text) ||
          quote.text.split(/\s+/).length < 4
        )
          continue;
        if (/\b(?:if|when|whenever)\s+(?:\w+\s+){0,6}$/.test(before) && heardSelf(rule)) continue;
        if (heard.some((other) => other.line === line && Math.abs(other.at - match.index) < 60)) continue;
        heard.push({ rule, line, at: match.index, quote });
      }
    }
  }
  return heard;
}

function impact(found: Findings, heard: Heard): { text: string; quotes: Quote[] } {
  const { lower, text } = heard.line;
  const stems = contentStems(heard.quote.text);
  const so = /[,.\s](?:so|which means|that's why|and that's why) (i(?:'m|'ve|'ll)? [^.?!]{8,110})/.exec(
    lower.slice(heard.at),
  );
  if (so?.[1]) {
    const at = heard.at + so.index + so[0].length - so[1].length;
    const quote = { text: text.slice(at, at + so[1].length).replace(/[\s,;]+$/, ''), line: heard.line };
    if (weavable(quote.text) && !heard.quote.text.includes(quote.text))
      return { text: `In the same breath: ${inMarks(quote.text)}.`, quotes: [quote] };
  }
  const linked = found.commitments
    .filter((item) => item.origin === 'client')
    .map((item) => ({
      item,
      shared: overlap(stems, item.stems),
      distance: Math.abs(item.line.index - heard.line.index),
    }))
    .filter((entry) => entry.shared >= 0.34)
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance)[0];
  if (linked) {
    const lead = {
      'Limiting Belief': 'It stands beside the step',
      'Core Value': 'It stands behind the step',
      'Empowering Belief': 'It supports the step',
    }[heard.rule.type];
    return {
      text: `${lead} ${found.naming.name} named: to ${linked.item.phrase}.`,
      quotes: linked.item.quotes.slice(0, 1),
    };
  }
  const goal = found.goals.find(
    (other) =>
      other.line !== heard.line &&
      weavable(other.quote.text) &&
      overlap(stems, contentStems(other.quote.text)) >= 0.3,
  );
  if (goal) {
    const lead =
      heard.rule.type === 'Limiting Belief'
        ? 'It pulls against what is wanted'
        : 'It goes with what is wanted';
    return { text: `${lead}: ${inMarks(goal.quote.text)}.`, quotes: [goal.quote] };
  }
  return { text: 'What it means for the goals was not said in this session.', quotes: [] };
}

function exploration(found: Findings, line: Line): { text: string; quotes: Quote[] } {
  const reply = coachReply(found.view, line).find((part) => part.words >= 3);
  if (!reply) return { text: 'Left standing; the conversation went on without it.', quotes: [] };
  const quote = quoteOf(reply, 24);
  const cited = weavable(quote.text) ? `: ${inMarks(quote.text)}` : '';
  const quotes = cited === '' ? [] : [quote];
  if (certaintyOf(reply, 'question_open') >= 0.5)
    return { text: `Explored further with an open question${cited}.`, quotes };
  if (certaintyOf(reply, 'reflection_complex') >= 0.45)
    return { text: `Taken deeper in a reflection${cited}.`, quotes };
  if (certaintyOf(reply, 'reflection_simple') >= 0.45)
    return { text: `Heard and reflected back${cited}.`, quotes };
  if (certaintyOf(reply, 'affirmation') >= 0.5) return { text: `Met with appreciation${cited}.`, quotes };
  if (certaintyOf(reply, 'advice') >= 0.45 || certaintyOf(reply, 'information') >= 0.45)
    return { text: `Met with a suggestion rather than explored${cited}.`, quotes };
  if (certaintyOf(reply, 'question_closed') >= 0.5)
    return { text: `Followed by a closed question${cited}.`, quotes };
  return { text: 'Named, not explored further.', quotes: [] };
}

/** Core values and beliefs the client voiced, the clearest of each kind, in spoken order. */
export function valuesBeliefs(found: Findings): ValueOrBelief[] {
  const perKind = new Map<Kind, number>();
  const chosen: Heard[] = [];
  for (const heard of hear(found).sort(
    (a, b) => b.rule.strength - a.rule.strength || a.line.index - b.line.index,
  )) {
    const count = perKind.get(heard.rule.type) ?? 0;
    if (count >= 2 || chosen.length >= MOST) continue;
    if (
      chosen.some(
        (other) =>
          other.quote.text === heard.quote.text ||
          overlap(contentStems(other.quote.text), contentStems(heard.quote.text)) > 0.7,
      )
    )
      continue;
    perKind.set(heard.rule.type, count + 1);
    chosen.push(heard);
  }
  return chosen
    .sort((a, b) => a.line.index - b.line.index)
    .map((heard) => {
      const effect = impact(found, heard);
      const depth = exploration(found, heard.line);
      return {
        type: heard.rule.type,
        description: heard.rule.describe(inMarks(heard.quote.text), found.naming),
        impactOnGoals: effect.text,
        explorationDepth: depth.text,
        ...evidenceOf([heard.quote, ...effect.quotes, ...depth.quotes]),
      };
    });
}
