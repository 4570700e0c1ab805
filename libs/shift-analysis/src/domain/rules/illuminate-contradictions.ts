import { clientTurnAfter, clientTurnBefore, coachReply, codeCertainty, plainOf } from '../session-view';
import type { Line } from '../session-view';
import { aboutClient, asksOpenly, asksQuestion, informs, reflects } from './cues';
import { moment, strongest } from './moment';
import type { Moment, Rule } from './moment';

const BOTH_SIDES: readonly [RegExp, number][] = [
  [/\b(?:on (?:the )?one (?:hand|side)|on the other (?:hand|side)|at one and the same time)\b/, 0.86],
  [/\b(?:(?:a )?part of you|one part|feel two ways|two (?:minds|ways about)|torn between|tug of war|pulled (?:in|between)|at war with|both (?:true|of those)|there are two sides|two sides)\b/, 0.82],
  [/\bhow do (?:those|these|they)(?: two)?(?: things)? (?:fit|sit|go) together\b/, 0.86],
  [/\b(?:and yet|yet (?:on some level|at the same time|it|part)|and at the same time|while (?:also|at the same time))\b/, 0.64],
  [/\byou (?:want|would like|'d like|like|love|enjoy|value|say|said|know|care|really)\b.*\bbut (?:you|you're|it|at the same|not|then|something|there|also)\b/, 0.66],
  [/\byou(?:'re|'d| are| were| want| feel| said| like| know) .*\b(?:but|although|even though|yet) (?:\w+ ){0,3}(?:not (?:really |quite |so )?(?:ready|sure)|doesn't (?:seem|feel|sound)|don't (?:seem|feel|want)|isn't|hard|scared|worried|afraid)\b/, 0.7],
  [/\b(?:but it doesn't seem to|but (?:it|that)(?:'s| is)n't|but you're not quite ready|not (?:really |quite )?ready to)\b/, 0.6],
];

const nameTheTension: Rule = (view) => {
  const found: Moment[] = [];
  let split: Line | null = null;
  for (const line of view.coachLines) {
    if (line.backchannel) continue;
    const opens = /\bon (?:the )?one (?:hand|side)\b/.test(line.plain) && !/\bon the other\b/.test(line.plain);
    const best = strongest(BOTH_SIDES, line.plain);
    if (!best || (!aboutClient(line) && !split)) continue;
    let certainty = best.weight;
    if (informs(line) >= 0.6 && reflects(line) < 0.5) certainty -= 0.3;
    if (/\bwe\b/.test(line.plain) && /\b(?:can|should|need to|do want)\b/.test(line.plain) && reflects(line) < 0.6) certainty -= 0.1;
    if (reflects(line) >= 0.55) certainty += 0.05;
    else if (asksQuestion(line) && !/\b(?:one hand|other hand|part of you|together)\b/.test(line.plain)) certainty -= 0.12;
    if (/\b(?:ruler|scale)\b/.test(line.plain)) continue;
    const before = clientTurnBefore(view, line);
    if (before.some((part) => codeCertainty(part, 'ambivalence') >= 0.5)) certainty += 0.05;
    const trigger = before.at(-1) ?? null;
    const response = clientTurnAfter(view, line)[0] ?? null;
    const previous = found.at(-1);
    if (split && previous && line.index - split.index <= 4) {
      // The second half of a both-sides reflection belongs to the first: one finding over both.
      found[found.length - 1] = {
        ...moment('I+tension', line, Math.max(certainty, previous.certainty), { trigger: previous.trigger, response, cue: best.cue }),
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
  /\b(?:how does (?:that|this|it) (?:fit|sit|square|go) with|how do (?:those|these)(?: two)?(?: things)? (?:fit|sit|go)|(?:good parent|value|values|important to you|matters to you|priority|care about|goal)\b.*\b(?:and yet|yet|but|on the other hand|at the same time|still) (?:you|your|i'm hearing)|what does that say about what matters|line up with (?:what|who|your)|do you think it's the thing to do if you want)\b/;

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
  /\b(?:easier (?:for you )?(?:to (?:just )?not|not)|you(?:'d| would)? rather not|avoid(?:ing)?|what (?:are you|aren't you|you're not) (?:not )?(?:saying|looking)|what don't you want|hard to (?:say|look at|admit)|the part (?:that )?you (?:don't|haven't)|haven't (?:said|mentioned|talked about)|you (?:went|skipped|moved) (?:quickly |fast )?(?:past|over)|is there something (?:you|about)|part of you (?:that )?(?:feels|wants|is)|why you're hesitant|what's underneath|what are you afraid)\b/;

const inviteTheDisowned: Rule = (view) =>
  view.coachLines.flatMap((line) =>
    OPENS_AVOIDED.test(line.plain) && aboutClient(line) && informs(line) < 0.6 && line.words >= 5
      ? [
          moment('I+disowned', line, 0.58, {
            trigger: clientTurnBefore(view, line).at(-1) ?? null,
            cue: OPENS_AVOIDED.exec(line.plain)?.[0] ?? null,
            response: clientTurnAfter(view, line)[0] ?? null,
          }),
        ]
      : [],
  );

/** Two sides in one breath, said outright: weaker "but" sentences are too common to blame a reply for. */
export const VOICES_BOTH_SIDES =
  /\b(?:part of me|at war with myself|i'm torn|torn between|two minds|go back and forth|on the one hand|one side of me|i (?:really )?(?:want|know|should|would like|'d like|like|love)\b.*\bbut (?:i(?:'m|'ve)?|it's|then|there's|not)(?: \w+){0,5} (?:not|don't|can't|won't|never|still|keep|hard|scared|afraid|enjoy|avoid|stop|couldn't|haven't))\b/;

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
      .some((other) => other.coach && (BOTH_SIDES.some(([pattern]) => pattern.test(other.plain)) || SETS_AGAINST.test(other.plain)));
    if (explored || reflects(first) >= 0.45 || asksOpenly(first)) continue;
    if (/\b(?:tell me|say more|hard|struggl|not sure|unsure|understand|sounds like|feel)\b/.test(answer)) continue;
    const certainty = 0.55 + (coded >= 0.5 ? 0.08 : 0) + (informs(first) >= 0.6 || asksQuestion(first) ? 0.05 : 0);
    found.push(
      moment('I-blindness', first, certainty, { trigger: line, response: clientTurnAfter(view, first)[0] ?? null }),
    );
  }
  return found;
};

const REASSURES =
  /\b(?:you(?:'ll| will) be (?:fine|okay|ok|great|all right|alright|brilliant)|it(?:'ll| will) (?:all )?(?:be (?:fine|okay|ok|all right|alright)|work (?:itself )?out)|don't worry(?: about (?:it|that))?|no need to worry|nothing to worry about|i'm sure (?:you(?:'ll| will)|it(?:'ll| will))|i have (?:a (?:funny )?feeling|no doubt|every confidence)|you've (?:done|got) (?:your duty|this)|you know what to do|i wouldn't worry|you're being (?:too )?hard on yourself|everyone feels (?:that|like)|you(?:'ll| will) (?:do|manage) (?:fine|great|it)|of course you can)\b/;

const reassureInsteadOfExplore: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (!REASSURES.test(line.plain) || line.words > 45 || asksOpenly(line)) continue;
    const before = clientTurnBefore(view, line);
    const doubt = before.some(
      (part) =>
        codeCertainty(part, 'ambivalence') >= 0.4 ||
        codeCertainty(part, 'struggle') >= 0.4 ||
        codeCertainty(part, 'emotion') >= 0.4 ||
        /\b(?:not sure|don't know|worried|scared|hard|can't|afraid|what if|doubt|but i|anxious|nervous|hope|guess)\b/.test(part.plain),
    );
    if (!doubt) continue;
    found.push(
      moment('I-reassure', line, 0.66 + (line.words <= 15 ? 0.05 : 0), {
        trigger: before.at(-1) ?? null,
        cue: REASSURES.exec(line.plain)?.[0] ?? null,
        response: clientTurnAfter(view, line)[0] ?? null,
      }),
    );
  }
  return found;
};

const LIGHTENS = /\b(?:on a lighter note|let's not (?:go|dwell|get)|let's (?:move|change) (?:on|the subject)|anyway|never mind|moving on|let's leave (?:that|it)|we don't (?:have|need) to (?:go|talk) (?:there|about)|let's (?:talk|focus) (?:about|on) something)\b/;

const comfortDetour: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (!LIGHTENS.test(line.plain)) continue;
    const before = clientTurnBefore(view, line);
    const hard = before.findLast(
      (part) => codeCertainty(part, 'emotion') >= 0.4 || codeCertainty(part, 'struggle') >= 0.4,
    );
    if (!hard) continue;
    found.push(moment('I-detour', line, 0.6, { trigger: hard, response: clientTurnAfter(view, line)[0] ?? null }));
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
