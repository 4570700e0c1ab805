import { clientTurnAfter, clientTurnBefore, codeCertainty, position } from '../session-view';
import type { Line, SessionView } from '../session-view';
import { CLIENT_ASKS_ADVICE, COMMITS, GOODBYE, asksOpenly, asksQuestion, informs, reflects } from './cues';
import { moment, strongest } from './moment';
import type { Moment, Rule } from './moment';

function around(view: SessionView, line: Line): Pick<Moment, 'trigger' | 'response'> {
  return {
    trigger: clientTurnBefore(view, line).at(-1) ?? null,
    response: clientTurnAfter(view, line)[0] ?? null,
  };
}

const ELICITS: readonly [RegExp, number][] = [
  [/\bwhat do you want to do (?:about|with|next)\b/, 0.7],
  [/\bwhat (?:will|would) you say to \w+/, 0.74],
  [
    /\b(?:when|where|how) (?:will|would) you (?:talk|speak|ask|tell|do that|go about|start|write|call|bring)\b/,
    0.72,
  ],
  [/\b(?:something|anything) (?:there |here )?(?:that )?you(?:'d| would) like to try\b/, 0.7],
  [/\bas a first step\b/, 0.74],
  [/\bwhat (?:else )?(?:do|would|will) you (?:want to |like to )?take (?:from|away|with you)\b/, 0.72],
  [/\bwhat (?:\w+ )?(?:steps?|action|move) (?:\w+ ){0,4}(?:you|take)\b/, 0.84],
  [
    /\bwhat(?:'s| is| would be| will be| might be| could be|'d be) (?:\w+ ){0,3}(?:first|next|one|smallest|small|specific|tiniest) (?:\w+ )?(?:step|thing(?! about| in your)|action|move|piece)\b(?!.{0,30}change)/,
    0.82,
  ],
  [/\bwhat (?:will|are) you (?:going to )?(?:do|try|take|start|commit)\b/, 0.8],
  [
    /\bwhat (?:ideas|thoughts) (?:do|have) you (?:\w+ ){0,2}(?:about|for|on)?(?: \w+){0,3} (?:start|started|starting|getting|doing)\b/,
    0.8,
  ],
  [/\bwhat (?:would|could|can|might) you (?:\w+ )?(?:do|try|start|commit)\b/, 0.7],
  [
    /\bwhat (?:do you think )?(?:would|could|might|will) (?:\w+ ){0,2}you (?:\w+ )?(?:do|try|take) (?:when|if|this|next|by|first|differently|instead|about)\b/,
    0.74,
  ],
  [/\bwhat do you think you (?:might|could|would|will|'ll|want to) (?:do|try)\b/, 0.78],
  [/\bwhat would have to happen to (?:get|move)\b/, 0.74],
  [
    /\bwhen (?:are|were|will|would|do|might|could) you (?:\w+ ){0,3}(?:do|want to do|start|going to|like to|begin|thinking you)\b/,
    0.74,
  ],
  [
    /\bhow (?:are you going to|will you|could you|would you|can you) (?:start|make (?:that|it|this) happen|go about|get started|put)\b/,
    0.74,
  ],
  [/\bwhere (?:will|would|could) you start\b/, 0.66],
  [
    /\b(?:have you got|do you have|have you thought of) a (?:date|day|time)\b|\bwhen do you think (?:\w+ ){0,4}(?:good time|start)|\bwhat (?:are|would be) some (?:other )?ways you\b/,
    0.76,
  ],
  [/\bwhat(?:'s| is| are) (?:your|you) (?:plan|going to do|committing|next move|taking away)\b/, 0.72],
  [/\b(?:ways|things) you could (?:go about|start|try|get)\b/, 0.66],
  [/\bwhat would (?:that|it) look like (?:this|next|in practice|day to day|on monday|tomorrow)\b/, 0.7],
];

const elicitConcreteAction: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (line.words < 4) return [];
    const best = strongest(ELICITS, line.plain);
    if (!best) return [];
    const after = clientTurnAfter(view, line);
    const committed = after.some(
      (part) => COMMITS.test(part.plain) || codeCertainty(part, 'commitment') >= 0.5,
    );
    const past = /\b(?:did|used to|have you done|last time|in the past|would you say)\b/.test(line.plain)
      ? -0.15
      : 0;
    const certainty = best.weight + (committed ? 0.08 : 0) + (asksQuestion(line) ? 0 : -0.12) + past;
    return [moment('T+elicit', line, certainty, { ...around(view, line), cue: best.cue })];
  });

const SCALES =
  /\b(?:(?:on|a|that|this) (?:a )?scale|scale (?:of|from)|ruler|(?:0|zero|nought|1|one) (?:to|and|through) (?:10|ten)|out of (?:10|ten)|(?:to|than) (?:get you )?(?:to )?(?:like )?a (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b.*\b(?:confident|ready|closer))\b/;
const PINS_DOWN =
  /\b(?:by when|when this week|what (?:will|would) tell you|how (?:will|would) you (?:keep count|know|keep track|notice|measure)|so that you'd know|which of the (?:two|three|four) is most likely|what (?:will|would) you say\b.*\band when|(?:by|until) (?:when|what (?:time|date|day)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next|the end of|our next)|what (?:day|date|time)|which day|when (?:exactly|specifically|will you|would you|are you (?:going|thinking)|do you (?:want|plan|think)|should)|(?:have you got|do you have) a date|date in mind|quit date|how (?:many|often|long) (?:\w+ ){0,3}(?:would|will|do you want|could|are you going|times? a week)|let's (?:quantify|make (?:that|it) (?:concrete|specific))|be (?:more )?specific|how (?:will|would) (?:you|we) (?:know|measure|tell|track)|what (?:would|will) (?:that|it) look like (?:exactly|specifically|in)|how many (?:\w+ )?would that be|let's quantify|when (?:do|would) you think would be|good time for you to|how (?:confident|ready|likely|committed) (?:are|do) you|in (?:about )?(?:two|three|four|a few|\d) weeks? to|when (?:are )?you going to)\b/;

const makeItMeasurable: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (line.words < 2) return [];
    const scale = SCALES.test(line.plain);
    const pins = PINS_DOWN.test(line.plain);
    if (!scale && !pins) return [];
    if (scale) {
      const asks =
        asksQuestion(line) ||
        /\b(?:confiden|ready|readiness|important|importance|likely|where)\b/.test(line.plain);
      return [
        moment('T+measurable', line, asks ? 0.86 : 0.6, {
          ...around(view, line),
          cue: SCALES.exec(line.plain)?.[0] ?? null,
        }),
      ];
    }
    const before = clientTurnBefore(view, line);
    const planned = before.some(
      (part) => COMMITS.test(part.plain) || codeCertainty(part, 'commitment') >= 0.5,
    );
    const future = /\b(?:when|by|will|would|going to|start|want to|like to|be|plan|by|next)\b/.test(
      line.plain,
    );
    const habit =
      /\b(?:would you say|over the course|do you (?:usually|drink|smoke|use|take|normally)|have you been|are you (?:smoking|drinking)|did you|in the past)\b/.test(
        line.plain,
      );
    if (!future || habit || informs(line) >= 0.7) return [];
    // "Coffee by the end of next week." repeats a date; it does not ask for one.
    if (!asksQuestion(line)) return [];
    const certainty = 0.6 + (planned ? 0.14 : 0) + (position(view, line) > 0.5 ? 0.04 : 0);
    return [
      moment('T+measurable', line, certainty, {
        ...around(view, line),
        cue: PINS_DOWN.exec(line.plain)?.[0] ?? null,
      }),
    ];
  });

const HOLDS_DECISION: readonly [RegExp, number][] = [
  [
    /\b(?:you've|you have) (?:\w+ )?(?:decided|chosen|committed|agreed|worked (?:this|it|that) out|made (?:the|a|that) (?:decision|appointment|choice|commitment|plan)|booked|signed up)\b/,
    0.66,
  ],
  [/\byou(?:'re| are)? (?:seem |sound )?(?:very |fairly |really |pretty |quite )?committed\b/, 0.7],
  [
    /\b(?:sounds like|seems like|so) (?:you(?:'re|'ve)? (?:\w+ )?(?:decided|committed|going to|got a plan|have a plan)|that's (?:your|the) plan|a plan|we have a plan)\b/,
    0.66,
  ],
  [
    /\b(?:you're|you are) going to (?!be (?:stuck|better|fine)|have to|feel|need|make in|get bummed|end up|want)\w+/,
    0.58,
  ],
  [
    /\b(?:your (?:plan|next step|commitment|first step) (?:is|will)|the plan is|review (?:this|your|the) plan|so the plan)\b/,
    0.6,
  ],
  [
    /^(?:so |and |okay |great |good |right )*(?:on |by )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week|this week)\b/,
    0.66,
  ],
  [
    /\b(?:what i've heard you decide|(?:few|two|three|couple of) things you've decided|so what i've heard is you'll|that's what you've decided)\b/,
    0.76,
  ],
  [
    /^(?:so |okay |right |great |good |and )*you'll \w+\b(?=.* (?:and|by|on|at|before|tomorrow|tonight|this week|next)\b)/,
    0.66,
  ],
  [
    /\byou'll (?:do|try|start|talk|call|have (?:the|that|a) (?:talk|chat|conversation|call)|write|ask|send|go|meet|look into|be happy with getting|book|tell|speak|email|block)\b/,
    0.6,
  ],
  [/\bhappy with (?:the|that) (?:date|plan|day)\b/, 0.64],
  [
    /\b(?:repeat back|that's (?:something|what) (?:that )?(?:will|you'll)|i really like how you're|that (?:positive|small|first) \w+(?: \w+)? could)\b/,
    0.54,
  ],
  [
    /\byou (?:\w+ )?(?:mentioned|said) (?:\w+ )?(?:that )?(?:you've (?:actually )?(?:made|booked|decided|set)|you(?:'re going to|'ll| will))\b/,
    0.62,
  ],
  [
    /\b(?:what you'd like to do is|you really want to do it|you want to (?:start|try|do that|do it|stop) (?:on|by|next|this|with))\b/,
    0.54,
  ],
];

const reflectDecisionsMade: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (
      line.words < 4 ||
      /\b(?:i(?:'m| am) going to (?:write|put)|we should set|i think we should) /.test(line.plain)
    )
      continue;
    // A long briefing may open with the client's decision; what is buried in it is not given back.
    const opening = line.words > 60 ? line.plain.slice(0, 220) : line.plain;
    const best = strongest(HOLDS_DECISION, opening);
    if (
      !best ||
      /\b(?:if (?:you decide|you're going to|you are going to|you've)|something you've decided|you could (?:get|have|lose|end)|at (?:more |a )?risk|risk of)\b/.test(
        line.plain,
      )
    )
      continue;
    const recent = view.clientLines.filter(
      (part) => part.index < line.index && line.index - part.index <= 10 && !part.backchannel,
    );
    const promise = recent.findLast(
      (part) => COMMITS.test(part.plain) || codeCertainty(part, 'commitment') >= 0.5,
    );
    let certainty = best.weight - 0.06;
    if (promise) certainty += 0.08;
    if (promise && codeCertainty(promise, 'commitment') >= 0.6) certainty += 0.06;
    if (reflects(line) >= 0.5) certainty += 0.08;
    if (position(view, line) < 0.12) certainty -= 0.15;
    if (asksOpenly(line)) certainty -= 0.08;
    if (informs(line) >= 0.6 && reflects(line) < 0.4 && line.words <= 60) certainty -= 0.14;
    if (!promise && reflects(line) < 0.5 && best.weight < 0.66) continue;
    found.push(
      moment('T+reflect_decision', line, certainty, {
        trigger: promise ?? clientTurnBefore(view, line).at(-1) ?? null,
        cue: best.cue,
        response: clientTurnAfter(view, line)[0] ?? null,
      }),
    );
  }
  return found;
};

const PRESCRIBES =
  /\b(?:i(?:'d| would) (?:really |strongly |also )?(?:like you to (?!be able|tell|think|know|say)|recommend|suggest you|want you to|encourage you to|advise you)|i(?:'m| am) (?:really |strongly )?(?:going to )?(?:recommend|ask you to|give you (?:some )?homework|suggesting)|i (?:really |strongly )?(?:recommend|(?:want|need) you to (?!know|understand|think|tell|feel|say|be|hear|see|imagine|notice|remember))|what i(?:'d| would)? (?:like|want|need) you to do|what i(?:'d| would) (?:like to )?recommend|what i'd like you|your (?:homework|task|assignment|action|job) (?:for|this|is|will be)|(?:a little bit|some) of homework|why don't you (?:try|do|just|start (?!by|with|off))|i think you (?:just )?(?:need to|should) (?:\w+ )?(?:sit|write|go|take|start|make|call|find|get|do|set)|so i want you|go home and|make an appointment for you|before (?:we|i) (?:meet|see you) (?:next|again)[^?]*\b(?:do|try|write|bring|practise|practice)|you should just (?:find|go|get|call|tell|take)|you should read|we'll look at it next time|(?:do|have) (?:that|it) (?:done )?(?:by|before) (?:tomorrow|next time|next week)|do that tomorrow)\b/;

const coachDefinedAction: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (line.words < 6 || !PRESCRIBES.test(line.plain)) return [];
    if (clientTurnBefore(view, line).some((part) => CLIENT_ASKS_ADVICE.test(part.plain))) return [];
    const certainty =
      0.66 + (informs(line) >= 0.5 ? 0.06 : 0) + (codeCertainty(line, 'advice') >= 0.5 ? 0.06 : 0);
    return [
      moment('T-coach_defined', line, certainty, {
        ...around(view, line),
        cue: PRESCRIBES.exec(line.plain)?.[0] ?? null,
      }),
    ];
  });

/** The client moved towards something in this session, so a step was in reach. */
function stepInReach(view: SessionView): Line | null {
  return (
    view.clientLines.findLast(
      (line) =>
        !line.backchannel &&
        line.words >= 6 &&
        (codeCertainty(line, 'change_talk') >= 0.6 ||
          codeCertainty(line, 'insight') >= 0.6 ||
          codeCertainty(line, 'commitment') >= 0.5),
    ) ?? null
  );
}

const closingRules: Rule = (view) => {
  const moves = view.coachLines.filter((line) => !line.backchannel);
  const last = view.coachLines.at(-1);
  if (!last || moves.length < 8) return [];
  const tail = view.lines.filter(
    (line) => position(view, line) > 0.85 || line.index >= view.lines.length - 6,
  );
  if (
    !tail.some(
      (line) => GOODBYE.test(line.plain) || /\b(?:thank you|you're welcome|sounds good)\b/.test(line.plain),
    )
  )
    return [];
  const second = view.lines.filter((line) => position(view, line) > 0.45);
  const acted = second.some((line) =>
    line.coach
      ? ELICITS.some(([pattern]) => pattern.test(line.plain)) ||
        PINS_DOWN.test(line.plain) ||
        PRESCRIBES.test(line.plain) ||
        /\b(?:next step|appointment|homework|follow up|plan)\b/.test(line.plain)
      : codeCertainty(line, 'commitment') >= 0.5 || COMMITS.test(line.plain),
  );
  if (acted) return [];
  const reach = stepInReach(view);
  const insight = second.findLast((line) => !line.coach && codeCertainty(line, 'insight') >= 0.6);
  const praise =
    insight &&
    view.coachLines.find(
      (line) =>
        line.index > insight.index &&
        line.index - insight.index <= 3 &&
        /\b(?:great|wonderful|amazing|brilliant|fantastic|love that|beautiful|powerful|well done|proud)\b/.test(
          line.plain,
        ),
    );
  const closing = moves.findLast(
    (line) => line !== last && line.words >= 8 && line.index > view.lines.length - 8,
  );
  const found = [
    moment('T-no_next_step', last, 0.56 + (reach ? 0.1 : 0), {
      trigger: reach,
      moreMoves: closing ? [closing] : [],
    }),
  ];
  if (praise) found.push(moment('T-insight_only', praise, 0.6, { trigger: insight ?? null }));
  return found;
};

/** T: Turn insight into action. */
export const turnInsightIntoActionRules: readonly Rule[] = [
  elicitConcreteAction,
  makeItMeasurable,
  reflectDecisionsMade,
  coachDefinedAction,
  closingRules,
];
