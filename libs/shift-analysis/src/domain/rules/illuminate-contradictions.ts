import { clientTurnAfter, clientTurnBefore, coachReply, codeCertainty, plainOf } from '../session-view';
import type { Line } from '../session-view';
import { feelingHits } from '../text/feelings';
import { aboutClient, asksOpenly, asksQuestion, informs, reflects } from './cues';
import { moment, strongest } from './moment';
import type { Moment, Rule } from './moment';

const BOTH_SIDES: readonly [RegExp, number][] = [
  [
    /\b(?:there's (?:a|one) part (?:that|of you)\b.*\bpart\b|(?:a|one) part that\b.*\b(?:a|another) part)/,
    0.84,
  ],
  [
    /\byou (?:want(?:ed)?|love(?:d)?|like(?:d)?|miss(?:ed)?|know)\b(?: \S+){1,14}? and (?:you(?:'re| are| were|'d)|at the same time|yet) (?:\w+ )?(?:afraid|scared|frightened|relieved|wary|terrified|angry|ashamed|tired|not|can't|don't|dread)/,
    0.8,
  ],
  [
    /\b(?:both (?:in the same|at once|at the same time|of (?:those|these|them) (?:come|are|can))|those two (?:things|sit|about)|the two of those|side by side|put those together|hold (?:both|the two))\b/,
    0.72,
  ],
  [/\b(?:on (?:the )?one (?:hand|side)|on the other (?:hand|side)|at one and the same time)\b/, 0.86],
  [
    /\b(?:(?:a )?part of you|one part|feel two ways|two (?:minds|ways about)|torn between|tug of war|pulled (?:in|between)|at war with|there are two sides|two sides)\b/,
    0.82,
  ],
  [/\bhow do (?:those|these|they)(?: two)?(?: things)? (?:fit|sit|go) together\b/, 0.86],
  [
    /\b(?:and yet|yet (?:on some level|at the same time|it|part)|and at the same time|while (?:also|at the same time))\b/,
    0.64,
  ],
  [
    /\byou (?:want|would like|like|love|enjoy|value|say|said|know|care|really)\b(?: \S+){1,25}? but (?:you(?:'re)?(?! (?:know|get|said you))|it(?:'s)?|at the same|something|there(?:'s)?) /,
    0.64,
  ],
  [
    /\byou(?:'re|'d| are| were| want| feel| said| like| know) .*\b(?:but|although|even though|yet) (?:\w+ ){0,3}(?:not (?:really |quite |so )?(?:ready|sure)|doesn't (?:seem|feel|sound)|don't (?:seem|feel|want)|isn't|hard|scared|worried|afraid)\b/,
    0.7,
  ],
  [
    /\b(?:but it doesn't seem to|but (?:it|that)(?:'s| is)n't|but you're not quite ready|not (?:really |quite )?ready to)\b/,
    0.6,
  ],
];

/** "Scary, and a relief.": a pleasant and an unpleasant feeling in one short statement of the coach's. */
function mixedFeelings(line: Line): string | null {
  if (line.words > 22 || asksQuestion(line) || /\b(?:i|i'm|me)\b/.test(line.plain)) return null;
  const hits = feelingHits(line.plain);
  const light = hits.find((hit) => hit.feeling.pleasant);
  const dark = hits.find((hit) => !hit.feeling.pleasant);
  if (!light || !dark || !/\b(?:and|but|yet)\b/.test(line.plain)) return null;
  return light.index < dark.index ? dark.feeling.word : light.feeling.word;
}

const nameTheTension: Rule = (view) => {
  const found: Moment[] = [];
  let split: Line | null = null;
  for (const line of view.coachLines) {
    if (line.backchannel) continue;
    const opens =
      /\bon (?:the )?one (?:hand|side)\b/.test(line.plain) && !/\bon the other\b/.test(line.plain);
    const best = strongest(BOTH_SIDES, line.plain);
    const mixed = best ? null : mixedFeelings(line);
    if (mixed) {
      const turn = clientTurnBefore(view, line);
      if (turn.length > 0)
        found.push(
          moment('I+tension', line, 0.68, {
            trigger: turn.at(-1) ?? null,
            response: clientTurnAfter(view, line)[0] ?? null,
            cue: mixed,
          }),
        );
      continue;
    }
    if (!best || (!aboutClient(line) && !split)) continue;
    let certainty = best.weight;
    if (informs(line) >= 0.6 && reflects(line) < 0.5) certainty -= 0.3;
    if (
      /\bwe\b/.test(line.plain) &&
      /\b(?:can|should|need to|do want)\b/.test(line.plain) &&
      reflects(line) < 0.6
    )
      certainty -= 0.1;
    if (reflects(line) >= 0.55) certainty += 0.05;
    else if (asksQuestion(line) && !/\b(?:one hand|other hand|part of you|together)\b/.test(line.plain))
      certainty -= 0.12;
    if (/\b(?:ruler|scale)\b/.test(line.plain)) continue;
    // The other hand is the coach's own: that is a disagreement, not a tension of the client's.
    if (
      /\b(?:other hand|at the same time|and yet|but) i(?:'m| am| want| need| have| do)? (?!hear|heard|wonder)/.test(
        line.plain,
      ) &&
      !/\bi(?:'m)? (?:hear|hearing|wonder)/.test(line.plain)
    )
      continue;
    const before = clientTurnBefore(view, line);
    if (before.some((part) => codeCertainty(part, 'ambivalence') >= 0.5)) certainty += 0.05;
    if (before.length === 0) continue;
    const trigger = before.at(-1) ?? null;
    const response = clientTurnAfter(view, line)[0] ?? null;
    const previous = found.at(-1);
    if (split && previous && line.index - split.index <= 4) {
      // The second half of a both-sides reflection belongs to the first: one finding over both.
      found[found.length - 1] = {
        ...moment('I+tension', line, Math.max(certainty, previous.certainty), {
          trigger: previous.trigger,
          response,
          cue: best.cue,
        }),
        moreMoves: [split],
      };
      split = null;
      continue;
    }
    found.push(moment('I+tension', line, certainty, { trigger, response, cue: best.cue }));
    split = opens ? line : null;
  }
  return found;
};

const SETS_AGAINST =
  /\b(?:how do you put (?:those|these) together|what do you make of the two|how does (?:that|this|it) (?:fit|sit|square|go) with|how do (?:those|these)(?: two)?(?: things)? (?:fit|sit|go)|(?:good parent|value|values|important to you|matters to you|priority|care about|good mother|good father)\b(?: \S+){0,25}? (?:and yet|yet|but|on the other hand|at the same time) (?:you(?:'re)?|your|i'm hearing|it) |what does that say about what matters|line up with (?:what|who|your))\b/;

const valuesBehaviorCheck: Rule = (view) =>
  view.coachLines.flatMap((line) =>
    SETS_AGAINST.test(line.plain) && aboutClient(line) && informs(line) < 0.7
      ? [
          moment('I+values_check', line, 0.66, {
            trigger: clientTurnBefore(view, line).at(-1) ?? null,
            cue: SETS_AGAINST.exec(line.plain)?.[0] ?? null,
            response: clientTurnAfter(view, line)[0] ?? null,
          }),
        ]
      : [],
  );

const OPENS_AVOIDED =
  /\b(?:you haven't mentioned|(?:i|i've) notic(?:e|ed) (?:the|a|your|you|that you) (?:\w+ )?(?:laugh(?:ed)?|pause[d]?|smile[d]?|sigh(?:ed)?|jok(?:e|ed)|went|looked|moved|changed|skipped|stopped)|what was in the (?:pause|silence)|joke past|if you stay (?:there|with it)|i don't want (?:us )?to (?:lose|rush past|skip|joke)|easier (?:for you )?(?:to (?:just )?not|not)|you(?:'d| would)? rather not|avoid(?:ing)?|what (?:are you|aren't you|you're not) (?:not )?(?:saying|looking)|what don't you want|hard to (?:say|look at|admit)|the part (?:that )?you (?:don't|haven't)|haven't (?:said|mentioned|talked about)|you (?:went|skipped|moved) (?:quickly |fast )?(?:past|over)|is there something (?:you|about)|part of you (?:that )?(?:feels|wants|is)|why you're hesitant|what's underneath|what are you afraid)\b/;

const DISOWNED_SURE =
  /\b(?:you haven't mentioned|notic(?:e|ed) (?:the|a|your|you|that you)|in the (?:pause|silence)|joke past|if you stay|don't want (?:us )?to (?:lose|rush past|skip|joke))\b/;

const inviteTheDisowned: Rule = (view) =>
  view.coachLines.flatMap((line) =>
    OPENS_AVOIDED.test(line.plain) && informs(line) < 0.7 && line.words >= 4
      ? [
          moment('I+disowned', line, DISOWNED_SURE.test(line.plain) ? 0.68 : 0.52, {
            trigger: clientTurnBefore(view, line).at(-1) ?? null,
            cue: OPENS_AVOIDED.exec(line.plain)?.[0] ?? null,
            response: clientTurnAfter(view, line)[0] ?? null,
          }),
        ]
      : [],
  );

/** Two sides in one breath, said outright: weaker "but" sentences are too common to blame a reply for. */
export const VOICES_BOTH_SIDES =
  /\b(?:part of me|i want to\b.{0,40} and i (?:also |really |just )*don't want|i (?:was|feel|felt|am) (?:\w+ )?(?:proud|happy|relieved|thankful) and i (?:also )?(?:was|wanted|feel|felt|am)|and i can't stand it|at war with myself|i'm torn|torn between|two minds|go back and forth|on the one hand|one side of me|i (?:really )?(?:want|know|should|would like|'d like|like|love)\b.*\bbut (?:i(?:'m|'ve)?|it's|then|there's|not)(?: \w+){0,5} (?:not|don't|can't|won't|never|still|keep|hard|scared|afraid|enjoy|avoid|stop|couldn't|haven't))\b/;

const contradictionBlindness: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.clientLines) {
    const coded = codeCertainty(line, 'ambivalence');
    if (!VOICES_BOTH_SIDES.test(line.plain) || line.words < 9) continue;
    const next = view.lines.slice(line.index + 1).find((other) => !other.backchannel);
    if (!next?.coach) continue;
    const reply = coachReply(view, line);
    const first = reply[0];
    if (!first || first.words < 5) continue;
    const answer = plainOf(reply);
    const explored = view.lines
      .slice(first.index, first.index + 6)
      .some(
        (other) =>
          other.coach &&
          (BOTH_SIDES.some(([pattern]) => pattern.test(other.plain)) || SETS_AGAINST.test(other.plain)),
      );
    if (/\b(?:talk about|get into|discuss|hear about) (?:that|this|it)\b/.test(line.plain)) continue;
    if (explored || reflects(first) >= 0.45 || asksOpenly(first)) continue;
    if (/\b(?:tell me|say more|hard|struggl|not sure|unsure|understand|sounds like|feel)\b/.test(answer))
      continue;
    const certainty =
      0.55 + (coded >= 0.5 ? 0.08 : 0) + (informs(first) >= 0.6 || asksQuestion(first) ? 0.05 : 0);
    found.push(
      moment('I-blindness', first, certainty, {
        trigger: line,
        response: clientTurnAfter(view, first)[0] ?? null,
      }),
    );
  }
  return found;
};

const REASSURES =
  /\b(?:you'll be (?:absolutely|totally|completely|just) (?:fine|okay|brilliant)|at least (?:nobody|no one|it|you)|i wouldn't be (?:too|so) hard on yourself|you're not failing|look at (?:what|everything|all) you've (?:done|achieved)|they (?:obviously|clearly|wouldn't have)|think the world of you|i (?:honestly )?think you'd be (?:brilliant|great|fine|amazing)|you must be (?:over the moon|so pleased|delighted|thrilled)|just nerves|everybody gets|the rest takes care of itself|you'll find the (?:words|way|time)|it's never as bad|you(?:'ll| will) be (?:fine|okay|ok|great|all right|alright|brilliant)|it(?:'ll| will) (?:all )?(?:be (?:fine|okay|ok|all right|alright)|work (?:itself )?out)|don't worry(?: about (?:it|that))?|no need to worry|nothing to worry about|i'm sure (?:you(?:'ll| will)|it(?:'ll| will))|i have (?:a (?:funny )?feeling|no doubt|every confidence)|you've got this(?! \w)|you know what to do|i wouldn't worry|you're being (?:too )?hard on yourself|everyone feels (?:that|like)|you(?:'ll| will) (?:do|manage) (?:fine|great|it)|of course you can)\b/;

const DOUBT =
  /\b(?:not sure|don't know|worried|scared|hard|can't|afraid|what if|doubt|but i|anxious|nervous|failing|worse|sick|fail|ashamed|excuse|wrong|don't want)\b/;

const reassureInsteadOfExplore: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (!REASSURES.test(line.plain) || line.words > 45 || asksOpenly(line)) continue;
    const before = clientTurnBefore(view, line);
    const earlier = view.clientLines.filter(
      (part) => part.index < line.index && line.index - part.index <= 4 && part.words >= 4,
    );
    const doubt = [...earlier, ...before].findLast(
      (part) =>
        DOUBT.test(part.plain) ||
        codeCertainty(part, 'ambivalence') >= 0.5 ||
        codeCertainty(part, 'struggle') >= 0.5 ||
        codeCertainty(part, 'emotion') >= 0.5,
    );
    if (!doubt) continue;
    found.push(
      moment('I-reassure', line, 0.66 + (line.words <= 15 ? 0.05 : 0), {
        trigger: doubt,
        triggerCue: DOUBT.exec(doubt.plain)?.[0] ?? null,
        cue: REASSURES.exec(line.plain)?.[0] ?? null,
        response: clientTurnAfter(view, line)[0] ?? null,
      }),
    );
  }
  return found;
};

const LIGHTENS =
  /\b(?:let's not go down|on a lighter note|let's not (?:go|dwell|get)|let's (?:move|change) (?:on|the subject)|moving on|let's leave (?:that|it)|we don't (?:have|need) to (?:go|talk) (?:there|about)|let's (?:talk|focus) (?:about|on) something)\b/;

const comfortDetour: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (!LIGHTENS.test(line.plain)) continue;
    const before = clientTurnBefore(view, line);
    const hard = before.findLast(
      (part) => codeCertainty(part, 'emotion') >= 0.4 || codeCertainty(part, 'struggle') >= 0.4,
    );
    if (!hard) continue;
    found.push(
      moment('I-detour', line, 0.6, { trigger: hard, response: clientTurnAfter(view, line)[0] ?? null }),
    );
  }
  return found;
};

/** I: Illuminate contradictions. */
export const illuminateContradictionsRules: readonly Rule[] = [
  nameTheTension,
  valuesBehaviorCheck,
  inviteTheDisowned,
  contradictionBlindness,
  reassureInsteadOfExplore,
  comfortDetour,
];
