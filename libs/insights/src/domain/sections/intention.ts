import type { Findings } from '../context';
import type { Commitment } from '../moments/commitment';
import { afterCue } from '../moments/moment';
import { position } from '../session-view';
import { actionPhrase } from '../text/action-phrase';
import { evidenceOf, inMarks, quoteAround, weavable, type Quote } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';
import type { Intention } from '../types';

const BEHAVIOUR =
  /\b(?:start|stop|quit|cut|keep|instead|every|each|more|less|say no|boundar\w+|practi[sc]e|no longer|before|daily|avoid|limit|reduce|protect|block|leave|be (?:more|less)|speak up|ask|listen|delegate|pause|rest|sleep|walk|exercise)\b/;
const SUPPORT: readonly RegExp[] = [
  /\b(?:i(?:'d| would)? (?:really |still |probably )?need|i could (?:really )?use|i(?:'d| would) (?:really )?(?:like|appreciate|love|want)) (?:some |a bit of |a little |more |your |his |her |their |my \w+'s )*(?:help|support|advice|someone|somebody|encouragement|accountability|a (?:reminder|nudge|push|buddy|hand))\b/g,
  /\b(?:it (?:would|might|will|could) (?:really )?help (?:me )?(?:if|to have)|what would help (?:me )?is|what helps (?:me )?is|with (?:the|some|your|his|her|their) (?:help|support) (?:of|from)?)/g,
  /\b(?:i(?:'ll| will| can| could| might)|i'm (?:going to|gonna)) (?:\w+ )?(?:ask|get|talk to|lean on) (?:my |the )?\w+(?: \w+)? (?:to (?:help|support|remind|check|hold|cover)|for (?:help|support))/g,
];

function supportNeeded(found: Findings): { texts: string[]; quotes: Quote[] } {
  const texts: string[] = [];
  const quotes: Quote[] = [];
  for (const line of found.view.clientContent) {
    for (const pattern of SUPPORT) {
      for (const match of line.lower.matchAll(pattern)) {
        const before = line.lower.slice(Math.max(0, match.index - 30), match.index);
        if (/\b(?:don't|never|if|didn't|not)\s+(?:\w+\s+){0,2}$/.test(before)) continue;
        const quote = quoteAround(line, match.index, 22);
        if (texts.length >= 3 || !weavable(quote.text) || quotes.some((other) => other.text === quote.text))
          continue;
        texts.push(inMarks(quote.text));
        quotes.push(quote);
      }
    }
  }
  return { texts, quotes };
}

function weight(found: Findings, item: Commitment): number {
  return (
    item.strength +
    (BEHAVIOUR.test(item.phrase) ? 0.15 : 0) +
    0.15 * position(found.view, item.line) +
    0.05 * Math.min(4, item.stems.size) -
    (item.origin === 'coach' ? 0.35 : 0)
  );
}

const WANTING =
  /\b(?:i(?:'d| would)? (?:really |just |do |actually |definitely )*(?:want|wanna|like|love|need) to|my (?:main |big |real |overall )?(?:goal|aim|hope|intention) (?:is|would be) to|i wish i could)\s+/;

/** The behaviour change the session turned towards, with the strength of the language it was put in. */
export function intention(found: Findings): Intention | null {
  const { naming, view } = found;
  const support = supportNeeded(found);
  const best = found.commitments
    .filter((item) => item.origin === 'client' || item.accepted)
    .sort((a, b) => weight(found, b) - weight(found, a))[0];
  if (best) {
    const level = best.strength >= 0.75 ? 'Strong' : best.strength >= 0.5 ? 'Moderate' : 'Exploratory';
    const verb = { Strong: 'intends to', Moderate: 'plans to', Exploratory: 'is thinking about whether to' }[
      level
    ];
    return {
      behaviorChange: `${naming.Name} ${verb} ${best.phrase}.`,
      commitmentLevel: level,
      timeline: best.timeline,
      supportNeeded: support.texts,
      ...evidenceOf([...best.quotes, ...support.quotes]),
    };
  }
  const wishes = found.goals
    .map((goal) => ({ goal, spoken: afterCue(goal, WANTING) }))
    .map(({ goal, spoken }) => ({
      goal,
      phrase: spoken === null ? null : actionPhrase(spoken, naming),
    }))
    .filter(
      (wish) =>
        wish.phrase !== null &&
        (BEHAVIOUR.test(wish.phrase.phrase) || (wish.goal.line.utterance.talk?.change ?? 0) > 0.5),
    )
    .sort(
      (a, b) => position(view, b.goal.line) + b.goal.strength - position(view, a.goal.line) - a.goal.strength,
    );
  const wish = wishes[0];
  if (!wish?.phrase) return null;
  const quote = quoteAround(wish.goal.line, wish.goal.at);
  return {
    behaviorChange: `${naming.Name} would like to ${wish.phrase.phrase}; no step was agreed yet.`,
    commitmentLevel: 'Exploratory',
    timeline: wish.phrase.timeline ?? bestTimePhrase(quote.text)?.text ?? null,
    supportNeeded: support.texts,
    ...evidenceOf([quote, ...support.quotes]),
  };
}
