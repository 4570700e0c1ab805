import { certaintyOf, coachBefore, type SessionView } from '../session-view';
import { namedFeelings } from '../text/feelings';
import { findMoments, type Cue, type Moment } from './moment';

const DONE_VERBS =
  '(?:told|asked|rang|called|phoned|sent|deleted|held|presented|handed|apologised|apologized|finished|spoke|walked|ran|swam|wrote|kept|said|went|did|left|cooked|slept|stood|stayed|stopped|started|faced|showed|signed|booked|bought|made|took|gave|got through|let go|put|cut|turned down|stuck)';
const WINS: readonly Cue[] = [
  [
    0.9,
    /\bi(?:'m| am| was| feel| felt)(?: just| really| so| very| pretty| quite| actually| ever so| kind of)* (?:proud|pleased with (?:myself|how|that|what))\b/g,
  ],
  [
    0.85,
    /\bi (?:finally |actually |really |just )?(?:nailed it|made it happen|pulled it off)\b|\bi (?:managed|was able) to (?!not\b)/g,
  ],
  [0.85, new RegExp(`\\bi (?:finally|actually) (?:\\w{2,}ed|${DONE_VERBS})\\b`, 'g')],
  [
    0.85,
    /\bi (?:got (?:the (?:job|offer|role|place|promotion|part|contract|grant|keys|funding)|promoted|offered|accepted)|was (?:offered|promoted|accepted)|passed|aced|won (?:the|my|a))\b/g,
  ],
  [
    0.78,
    /\bi(?:'ve| have) (?:finally|actually|successfully|managed to) ?(?:been |\w{2,}ed|done|kept|made|gone|cut|quit|got|had)\b/g,
  ],
  [
    0.75,
    /\bfor the first time (?:ever|in|since)\b|\bfirst time (?:ever|in (?:my life|years|months|ages|weeks|a long time))\b/g,
  ],
  [
    0.75,
    /\bi (?:said no|stuck (?:to|with)|haven't (?:missed|skipped|smoked|had a (?:drink|cigarette)|touched|checked))\b|\bi(?:'m| am) down to (?:\w+ )?(?:one|two|three|four|five|\d+)\b|\bi(?:'ve| have) been (?:sticking|keeping) to\b/g,
  ],
  [
    0.7,
    /\b(?:it|that|the \w+) (?:went|turned out|worked|came out) (?:really |so |very |pretty |surprisingly |actually |quite )*(?:well|great|good|fine|better than|brilliantly|perfectly|beautifully)\b/g,
  ],
  [
    0.65,
    /\bi(?:'m| am| feel| felt)(?: really| so| much| a lot| pretty| actually| quite)* (?:good about (?:that|it|myself|how)|happy (?:with|about) (?:how|that|myself|what)|better about (?:that|it|myself))\b/g,
  ],
  [
    0.55,
    new RegExp(
      `\\b(?:and |so |but )?i (?:${DONE_VERBS}) (?:it|the|that|my|him|her|them|no|to|back|in|by|over|all|every|a|an|[a-z]+ (?:no|that|about|the)|[a-z]+[.!])|\\bi did(?: it)?[.!]`,
      'g',
    ),
  ],
];
const NOT_A_WIN =
  /\b(?:wasn't able|weren't able|didn't manage|not proud|never|couldn't|can't|if i|would have|should have|wish|unless|supposed to|used to|need to|want to be able|until i|as a kid|when i was|years ago|too much|yes (?:to|after)|ended up|went to (?:school|college|university|bed|the doctor)|not twice|half|trying to|been trying|would|could|'d|also wanted|i'll|i will|going to|few drinks|and i didn't|smartest|did not|usually|normally|sometimes|always)\b/;
const FELL_THROUGH =
  /\b(?:i cried|chickened out|bottled it|lost my nerve|couldn't do it|didn't do it|said nothing|said i was fine|walked away|ran away|nothing came out)\b/;
const NEWS =
  /\b(?:(?:got|have|some|good) (?:some |good |big )?news|guess what|you'll never guess|something to (?:tell|report))\b/;
const CHECKS_IN =
  /\b(?:how (?:have|has|did|was|were|is) (?:the|that|it|your|things|you|this)\b|what happened|since (?:we|last|our)|did you|which half|go on|what did you do|what have you|how's it been|what(?:'s| is) (?:new|been)|tell me)/;

/** Things done, kept or won, as the client tells them; being glad of it, being asked and being applauded all count. */
export function findWins(view: SessionView): Moment[] {
  return findMoments(view.clientContent, WINS, NOT_A_WIN).map((moment) => {
    const { line } = moment;
    const { emotion } = line.utterance;
    let { strength } = moment;
    strength += Math.max(-0.3, Math.min(0.12, emotion.valence * 0.3));
    const near = view.lines.slice(line.index, line.index + 6).filter((other) => !other.coach);
    const feelings = near.flatMap((other) => namedFeelings(other.lower));
    if (feelings.some((feeling) => feeling.pleasant)) strength += 0.12;
    else if (feelings.length > 0) strength -= 0.15;
    if (near.slice(0, 2).some((other) => FELL_THROUGH.test(other.lower))) strength -= 0.3;
    const asked = coachBefore(view, line);
    if (asked && CHECKS_IN.test(asked.lower) && line.index < view.lines.length * 0.6) strength += 0.1;
    if (
      NEWS.test(
        view.lines
          .slice(Math.max(0, line.index - 2), line.index + 1)
          .filter((other) => !other.coach)
          .map((other) => other.lower)
          .join(' '),
      )
    )
      strength += 0.15;
    const reply = view.lines.slice(line.index + 1, line.index + 3).find((other) => other.coach);
    // "You told Callum?": the coach hears news.
    if (reply && reply.words <= 6 && reply.text.endsWith('?') && /^you\b/.test(reply.lower)) strength += 0.1;
    if (
      reply &&
      (certaintyOf(reply, 'affirmation') > 0.5 ||
        /!/.test(reply.text) ||
        /\b(?:well done|good for you|you did)\b/.test(reply.lower))
    )
      strength += 0.1;
    return { ...moment, strength: Math.max(0, Math.min(1, strength)) };
  });
}
