import { clientTurnAfter, clientTurnBefore, coachReply, codeCertainty, plainOf } from '../session-view';
import type { Line, SessionView } from '../session-view';
import { feelingHits, voicedFeeling } from '../text/feelings';
import type { FeelingHit, FeelingWord } from '../text/feelings';
import { plain, sentences } from '../text/plain';
import { asksOpenly, asksQuestion, informs, insideQuestion, reflects } from './cues';
import { moment } from './moment';
import type { Moment, Rule } from './moment';

/** The coach's own feeling, or a conditional, future or denied one: not the client's feeling being named. */
const NOT_NAMED =
  /\b(?:i'm(?! sure| wondering| hearing)|i am(?! sure)|i was|i get|i feel|i'd be|me|i'll be|if you(?:'re| are| were)?|when you(?:'re| are)(?: not)?|even though you(?: feel)?|you'll be|you're going to|to be quite|it's not|you wouldn't|don't(?: you)?|need to|not to be|no need to be|to be|many|most people|some people|they|they're|they'll|kids|he|she|make sure you're|so that you(?:'re| can)?|be able to|without|in terms of|help you|anything to be|nothing to be|your (?:mom|dad|wife|husband|boss|parents|partner) (?:is|are)|they're)(?: \w+){0,3} $/;
const NAMES_CLIENT =
  /\b(?:you|you're|you've|your|you'd|that|that's|it|it's|this|feels?|feeling|sounds?|seems?|some|a little|must be|there's)(?: \w+){0,5} $/;
const FEEL_FRAME =
  /\b(?:feel|feels|feeling|felt|sound|sounds|seem|seems|you're|must be|must have been|you were|that|that's|it's|your)(?: \w+){0,3} $/;
const EVERYDAY = /^(?:happy|comfortable|concerned|lost|confident|confidence|pressure|stress|hurt|calm)$/;
const EVERYDAY_AFTER =
  /^(?: with| to (?:do|help|see|come|talk)| about your| level| in (?:the|this|that)| that you (?:came|could))/;

/** "Ashamed and thankful, looking out at the yard.": a short sentence made of the feeling. */
function standsAlone(line: Line, hit: FeelingHit): boolean {
  return sentences(line.text).some((part) => {
    const form = plain(part);
    return (
      !part.endsWith('?') &&
      form.split(' ').length <= 9 &&
      form.includes(hit.feeling.word) &&
      !/\b(?:i|i'm|me|we|they|he|she|if|don't)\b/.test(form)
    );
  });
}

/** "Is there anything that worries you", "have you had any stressful events" ask for facts. */
const ASKS_WHETHER =
  /\b(?:is there|are there|have you(?: had)?|do you|did you|are you|were you|was there)(?: \w+){0,7} $/;

function namedFeeling(
  line: Line,
  felt: FeelingHit | null,
): { feeling: FeelingWord; strength: number } | null {
  let best: { feeling: FeelingWord; strength: number } | null = null;
  for (const hit of feelingHits(line.plain)) {
    const before = line.plain.slice(0, hit.index);
    const after = line.plain.slice(hit.index + hit.feeling.word.length);
    if (NOT_NAMED.test(before)) continue;
    if (insideQuestion(line, hit.index)) continue;
    if (/\b(?:scale|ruler|confident are|0 (?:to|is|means)|1 to 10|one to ten)\b/.test(line.plain)) continue;
    if (/\b(?:i want to do is|i'd like you to|i'm going to|we can take this)\b/.test(line.plain)) continue;
    // "that's normal", "to be scary" of a joke, or a word the coach uses in passing at the end of a long briefing.
    if (/^(?: for me| to me| me\b| to be (?:quite )?honest)/.test(after)) continue;
    if (/\b(?:might|may|could|to) (?:find|feel|get|have)(?: \w+)? $/.test(before)) continue;
    if (ASKS_WHETHER.test(before)) continue;
    if (hit.feeling.word === 'terrible' && !/\b(?:you|you're|felt|feel)(?: \w+){0,2} $/.test(before))
      continue;
    const short = line.words <= 5 || standsAlone(line, hit);
    if (
      hit.feeling.weak &&
      hit.feeling.pleasant &&
      !short &&
      !/\b(?:you|you're|you've|your|you'd)(?: \w+){0,4} $/.test(before)
    )
      continue;
    if (!short && !NAMES_CLIENT.test(before)) continue;
    if (EVERYDAY.test(hit.feeling.word) && EVERYDAY_AFTER.test(after)) continue;
    let strength = 0.74;
    if (FEEL_FRAME.test(before) || short) strength += 0.1;
    if (felt && felt.feeling.noun === hit.feeling.noun) strength += 0.06;
    else if (felt && felt.feeling.pleasant === hit.feeling.pleasant) strength += 0.03;
    if (hit.feeling.weak) strength -= 0.12;
    // A noun far from the client ("manage the stress") names a topic, not what the client feels now.
    if (
      hit.feeling.word === hit.feeling.noun &&
      !/\b(?:your|some|this|the|that|a lot of|real|such an?|there's an?|there's)(?: \w+)? $/.test(before)
    )
      strength -= 0.14;
    if (informs(line) >= 0.6 && reflects(line) < 0.5) strength -= 0.2;
    if (reflects(line) >= 0.6) strength += 0.05;
    if (!best || strength > best.strength) best = { feeling: hit.feeling, strength };
  }
  return best;
}

const labelTheFeeling: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (line.backchannel) return [];
    const before = clientTurnBefore(view, line);
    if (before.length === 0) return [];
    const named = namedFeeling(line, voicedFeeling(plainOf(before)));
    if (!named) return [];
    const next = clientTurnAfter(view, line)[0] ?? null;
    const answered = next && voicedFeeling(next.plain);
    // "You must be over the moon." "I feel sick.": the label missed.
    if (
      answered &&
      answered.feeling.pleasant !== named.feeling.pleasant &&
      !feelingHits(line.plain).some((hit) => hit.feeling.noun === answered.feeling.noun)
    )
      return [];
    if (next && /^(?:no|not really|well no|i wouldn't say)\b/.test(next.plain)) named.strength -= 0.15;
    return [
      moment('S+label_feeling', line, named.strength, {
        trigger: before.findLast((part) => voicedFeeling(part.plain) !== null) ?? before.at(-1) ?? null,
        response: next,
        feeling: named.feeling,
        cue: named.feeling.word,
      }),
    ];
  });

const ASKS_FEELING =
  /\b(?:how (?:do|did|does|are|were|would|has|is) (?:\w+ ){0,4}(?<!do you )(?:feel(?! how)|feeling|felt|sit with you|sitting with you|land with you)|what (?:feelings?|emotions?)|how(?:'s| is) that (?:feel|feeling|sitting|landing)|what(?:'s| is| was| does) (?:that|it|this) (?:feel |been )?like (?:for you|to)|what(?:'s| is) coming up|what comes up|where do you (?:feel|notice) (?:that|it|this)|what are you feeling|how you're feeling|what (?:does|did) (?:that|it) (?:feel|bring up)|what do you feel)\b/;
const ASKS_INTO =
  /\b(?:how(?:'s| is| was) (?:it|that) (?:to (?:say|hear|imagine|see|tell|think|sit|have)|seeing|having|saying|hearing|telling|for you)|what(?:'s| is| was) (?:it|that|this) like\b|what(?:'s| is| was) the (?:feeling|crying|anger|sadness|fear|shame|guilt|sick feeling|worry|grief|joy|tears|laugh|dread)\b|what(?:'s| is| was) (?:happening|going on|stirring|alive|there now|there|underneath) (?:for|in|with|inside) you|what(?:'s| is) there now|what do you notice (?:as|when|in you)|what(?:'s| is) in the \w+ if you|how are you (?:coming in|going out|arriving|leaving|as we (?:finish|end|close|start))|what does (?:it|that|the \w+) need)\b/;
const NOT_FEELING =
  /\b(?:what(?:'s| is| was) (?:it|that) like (?:at|in the|outside|there|when you (?:drink|smoke))|don't know how you|scale|rinse|questions|how are you feeling(?: today)?$|feeling (?:around|about (?:these|this|the) (?:\w+ )?(?:goals?|plans?|steps?))|feel about (?:coming|trying|doing|setting|starting|taking|meeting)|how (?:are|do) you (?:doing|feel) today|feel you (?:can|could|are|might)|feel like (?:you|to you|when)|feel that you|feel more|feel how|feel like in your)\b/;

const askAboutEmotion: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    const cue = ASKS_FEELING.exec(line.plain)?.[0] ?? ASKS_INTO.exec(line.plain)?.[0];
    if (!cue || NOT_FEELING.test(line.plain)) return [];
    const before = clientTurnBefore(view, line);
    if (before.length === 0) return [];
    return [
      moment('S+ask_emotion', line, /feel|emotion/.test(line.plain) ? 0.85 : 0.72, {
        trigger: before.at(-1) ?? null,
        response: clientTurnAfter(view, line)[0] ?? null,
        feeling: voicedFeeling(plainOf(before))?.feeling ?? null,
        cue,
      }),
    ];
  });

const MIRRORS =
  /\b(?:(?:that|it|this)(?:'s| is| must be| must have been| must've been| sounds| sounded| can be| has been| does seem| can feel| must feel)(?: (?:like|really|very|pretty|so|quite|just|always|such|been|a|an))* (?:hard(?! to)|tough|difficult|lot(?! of (?:information|people|money|evidence|time)| very| of them)|rough|heavy|painful|brave|struggle|struggling|big decision|so much|exhausting|confusing)|i'm sure (?:that|it)(?:'s| is| does| must| can| was)|that must(?:'ve| have)? (?:be|been|feel|felt)|you've (?:got|had) (?:so much|a lot|such a lot)|no wonder|i can (?:really )?(?:hear|see|imagine|understand) (?:how (?:hard|much|that)|why|that (?:this|it)(?:'s| is))|it makes (?:complete |total |perfect |a lot of )?sense (?:that|you)|so much (?:on your|to carry|going on)|has been (?:really |so |very )?(?:hard|tough|difficult) for you)\b/;
const HOLDS =
  /\b(?:take your time|there's no (?:hurry|rush)|you don't (?:have|need) to (?:be sorry|apologi[sz]e)|no need to (?:be sorry|apologi[sz]e)|i'll (?:just )?sit with|let's (?:just )?(?:let it be|stay with|sit with)|thank you for (?:telling|trusting|saying|sharing|letting)|that took (?:courage|something|a lot)|it's a lot to (?:show|say|carry|hold|tell)|that's a lot to)\b/;
const MIRROR_UNDONE =
  /\b(?:but (?:when|you|if|the|we|i)|however|unfortunately|statistics|studies|research)\b/;

const affectiveMirroring: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    const match = HOLDS.exec(line.plain) ?? MIRRORS.exec(line.plain);
    if (!match || line.words > 60) return [];
    if (
      /\bmust be (?:a |so |such a )?(?:comfort|nice|lovely|great|exciting|relief|good|fun)\b/.test(line.plain)
    )
      return [];
    if (MIRROR_UNDONE.test(line.plain.slice(match.index)) || asksQuestion(line)) return [];
    const before = clientTurnBefore(view, line);
    const felt = voicedFeeling(plainOf(before));
    const burdened = before.some(
      (part) => codeCertainty(part, 'struggle') >= 0.5 || codeCertainty(part, 'emotion') >= 0.5,
    );
    if (informs(line) >= 0.7 && reflects(line) < 0.4) return [];
    const earlier = view.clientLines.filter((part) => part.index < line.index).slice(-3);
    const weighty =
      burdened ||
      earlier.some((part) => voicedFeeling(part.plain) !== null || codeCertainty(part, 'struggle') >= 0.5);
    if (match[0].startsWith('thank') && !weighty) return [];
    // Naming the feeling is the fuller move; where it is made, it is the one to show.
    if (namedFeeling(line, felt)) return [];
    let certainty = HOLDS.test(line.plain) ? 0.64 : 0.56;
    if (felt) certainty += 0.12;
    if (burdened) certainty += 0.06;
    if (line.words <= 25) certainty += 0.05;
    return [
      moment('S+mirroring', line, certainty, {
        trigger: before.at(-1) ?? null,
        response: clientTurnAfter(view, line)[0] ?? null,
        feeling: felt?.feeling ?? null,
        cue: match[0],
      }),
    ];
  });

const MINIMISES =
  /\b(?:don't worry|not to worry|no need to worry|it's (?:just|only)|that's (?:just|pretty unlikely|normal)|everybody|everyone (?:feels|goes|does)|these things happen|could be worse|at least|you'll be (?:\w+ )?(?:fine|okay|all right)|i'm sure it's (?:fine|nothing)|wouldn't be (?:too|so) hard on yourself|we all (?:put|do|feel|have|get)|everybody (?:gets|has|feels)|just nerves|you're not (?:failing|stupid|the only one)|must have some (?:wonderful|lovely|great)|over the moon|nothing i can do|not much i can do|calm down|look on the bright|cheer up)\b/;
const STAYS_WITH_IT =
  /\b(?:sorry to hear|tell me (?:more|about)|say more|what's that like|what was that like|i hear you|i can hear|sounds like|it sounds|you sound|you seem|understandabl|thank you for (?:sharing|telling|being)|take your time|of course you|that's understandable)\b/;

/** A clearly voiced unpleasant feeling that the coach's next words answer; the word itself where there is one. */
function disclosure(view: SessionView, line: Line): { feeling: FeelingWord | null } | null {
  if (line.coach || line.backchannel || line.words < 4) return null;
  const felt = voicedFeeling(line.plain);
  if (!felt || felt.feeling.weak) return charged(view, line);
  if (felt.feeling.pleasant) return null;
  const asked = sentences(line.text).some(
    (part) => part.endsWith('?') && plain(part).includes(felt.feeling.word),
  );
  if (asked) return null;
  // Only the client's last word before the coach replies is passed over by that reply.
  const next = view.lines.slice(line.index + 1).find((other) => !other.backchannel);
  return next?.coach ? { feeling: felt.feeling } : null;
}

/** Strong feeling without a word for it ("no, and please stop asking"), as the coder reads it. */
function charged(view: SessionView, line: Line): { feeling: null } | null {
  const { emotion } = line.utterance;
  if (codeCertainty(line, 'emotion') < 0.65 || emotion.valence > -0.25 || line.words < 8) return null;
  return view.lines.slice(line.index + 1).find((other) => !other.backchannel)?.coach
    ? { feeling: null }
    : null;
}

/** The coach's line takes up a content word of the client's: it stays on the matter, whatever its form. */
function sharesWords(client: Line, coach: Line): boolean {
  const words = new Set(
    client.plain
      .split(' ')
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 6)),
  );
  return coach.plain.split(' ').some((word) => word.length > 4 && words.has(word.slice(0, 6)));
}

const FACT_QUESTION =
  /\b(?:what (?:time|day|date|are the)|how (?:much|many|long|often)|is there an?\b(?! \w+ else)|are there any\b|do they|have you (?:got|done|tried|told)|where (?:is|was|are)|who (?:is|was|else))\b/;

/** A feeling mentioned while the session's topics are being listed waits its turn. */
const ON_THE_LIST = /\b(?:and|plus) one (?:that |thing )?(?:i'm|i am|that)\b/;

const passedOverEmotion: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.clientLines) {
    const felt = disclosure(view, line);
    if (!felt) continue;
    const reply = coachReply(view, line);
    const first = reply[0];
    if (!first || first.words < 4) continue;
    const answer = plainOf(reply);
    const metLater = view.lines
      .slice(first.index, first.index + 3)
      .some(
        (other) =>
          other.coach &&
          !MINIMISES.test(other.plain) &&
          (feelingHits(other.plain).length > 0 ||
            /\b(?:feel|feeling|felt)\b/.test(other.plain) ||
            MIRRORS.test(other.plain) ||
            ASKS_FEELING.test(other.plain) ||
            ASKS_INTO.test(other.plain)),
      );
    if (metLater || (STAYS_WITH_IT.test(answer) && !MINIMISES.test(answer))) continue;
    const intensity = codeCertainty(line, 'emotion') >= 0.6 ? 0.06 : 0;
    const at = { trigger: line, feeling: felt.feeling, response: clientTurnAfter(view, first)[0] ?? null };
    // Without a word for the feeling only a lecture or a soothing answer is surely a side-step.
    if (felt.feeling === null && !MINIMISES.test(answer) && !(informs(first) >= 0.6 && first.words >= 25))
      continue;
    if (MINIMISES.test(answer)) found.push(moment('S-avoidance', first, 0.72 + intensity, at));
    else if (reflects(first) >= 0.55 && !asksQuestion(first))
      found.push(moment('S-affect_free', first, 0.55 + intensity, at));
    else if (informs(first) >= 0.55) found.push(moment('S-avoidance', first, 0.6 + intensity, at));
    else if (ON_THE_LIST.test(line.plain)) continue;
    else if (/^(?:so|okay so|and so|because) (?:you|it|this|that|the|there|there's)\b/.test(first.plain))
      continue;
    else if (FACT_QUESTION.test(answer) && asksQuestion(first))
      found.push(moment('S-task_switch', first, 0.64 + intensity, at));
    else if (sharesWords(line, first)) continue;
    else if (asksQuestion(first) && !asksOpenly(first))
      found.push(moment('S-task_switch', first, 0.62 + intensity, at));
    else if (
      asksQuestion(first) &&
      /\b(?:what (?:would|will|are you going|have you done|steps?)|when|how (?:many|much|often)|next)\b/.test(
        first.plain,
      )
    )
      found.push(moment('S-task_switch', first, 0.6 + intensity, at));
  }
  return found;
};

/** S: Surface emotion. */
export const surfaceEmotionRules: readonly Rule[] = [
  labelTheFeeling,
  askAboutEmotion,
  affectiveMirroring,
  passedOverEmotion,
];
