/**
 * Rules for the coach behaviours that AnnoMI does not label. They are written for precision: a phrase must do the
 * thing, not merely mention it. `text` is as spoken; matching ignores case and needs no punctuation.
 */

const AFFIRMATION: readonly RegExp[] = [
  /\b(?:i|i really|i do|i so|we) (?:appreciate|admire|respect|applaud|commend|acknowledge) (?:you|your|that you|how you|the way you|it that you)\b/iu,
  /\bproud of (?:you|what you)\b/iu,
  /\b(?:good|great|nice|amazing|excellent|fantastic|wonderful) (?:job|work|effort|going)\b/iu,
  /\bwell done\b|\bcongratulations\b|\bkudos\b|\bgood (?:for|on) you\b|\bthat(?:'|’)?s (?:a )?(?:huge|big|great|real|major|fantastic|wonderful|tremendous) (?:step|achievement|accomplishment|progress|strength|success|deal for you)\b/iu,
  /\b(?:you(?:'|’)?ve|you have|you(?:'|’)?re|you are|you were|you) (?:already |really |clearly |obviously |so |very |been |shown |done )*(?:come a long way|come so far|made (?:so much|great|real|a lot of|good|huge|some real) progress|worked (?:so|really|very|incredibly) hard|working (?:so|really|very) hard|put(?:ting)? (?:in )?(?:a lot|so much|so much of)(?: of)? (?:work|thought|effort|time|care)|resilient|courageous|brave|determined|thoughtful|persistent|committed|dedicated|capable|resourceful|conscientious|insightful|a (?:very )?(?:strong|caring|good|great|kind|hard[- ]working|strong[- ]willed|responsible|loving|dedicated|committed|thoughtful|determined) (?:person|mum|mom|mother|dad|father|parent|friend|worker|leader|man|woman|son|daughter))\b/iu,
  /\b(?:it|that) (?:takes|took|must have taken|shows|says|shows me|tells me) (?:a lot of |real |such |so much |great |tremendous |a great deal of )?(?:courage|strength|guts|effort|commitment|determination|honesty|willpower|dedication|how much you care|how strong you|how committed you)\b/iu,
  /\byour (?:courage|strength|honesty|openness|commitment|determination|dedication|resilience|hard work|persistence|perseverance|effort)\b/iu,
  /\bthat(?:'|’)?s (?:really |so |very |just |absolutely |actually |such an? )*(?:impressive|admirable|commendable|inspiring|brave|courageous|thoughtful of you|amazing|wonderful|fantastic)\b/iu,
  /\bthank(?:s| you)(?: so much| very much)? for (?:being (?:so )?(?:honest|open|willing|frank)|sharing|opening up|trusting|your (?:honesty|openness|trust|courage))\b/iu,
];

const NOT_AFFIRMATION =
  /\b(?:not|isn(?:'|’)?t|wasn(?:'|’)?t|never|don(?:'|’)?t|aren(?:'|’)?t)\b[^.?!]{0,20}$/iu;

const PERMISSION: readonly RegExp[] = [
  /\b(?:is|would|will) (?:it|that|this) (?:be )?(?:ok|okay|all right|alright|fine|useful|helpful|acceptable)(?: with you| for you| by you)?,? (?:if|to|for me to|that) (?:i|we|me|share|talk|ask|offer|tell|look|go|give|explore|discuss|take|spend|do|have|just)\b/iu,
  /\b(?:is|would) (?:it|that|this) (?:be )?(?:ok|okay|all right|alright)(?: with you| for you| by you)?\s*\?/iu,
  /\b(?:do|would) you mind if (?:i|we)\b|\bmind if i\b/iu,
  /\b(?:can|could|may|might) i (?:just |maybe |perhaps |also )?(?:share|offer|ask you|ask|tell you|suggest|give you|make a suggestion|check|give|run something|add)\b/iu,
  /\bif (?:it(?:'|’)?s|that(?:'|’)?s|it is|that is|it would be|you(?:'|’)?re|you are) (?:ok|okay|all right|alright|fine|comfortable|willing|open)(?: with| to| for)?\b/iu,
  /\bwith your permission\b|\bif you(?:'|’)?d like,? (?:i|we) (?:can|could)\b|\bi(?:'|’)?d like to ask your permission\b/iu,
  /\bwould you (?:like|be (?:open|willing|interested)|be ok|be okay|want)(?: to hear| to hearing| for me to| me to| if i| in hearing| in learning| to know| to talk)\b/iu,
  /\bare you (?:open|ok|okay|comfortable|happy|willing|all right|alright)(?: with| to| for)? (?:me|us|if|hear|hearing|talking|discuss|discussing|explor|sharing|look|that|talk)/iu,
];

/** How sure it is that the coach affirms a strength, effort or step of the client: 0 when no rule fires. */
export function affirmationCertainty(text: string): number {
  let certainty = 0;
  for (const pattern of AFFIRMATION) {
    const match = pattern.exec(text);
    if (!match || NOT_AFFIRMATION.test(text.slice(0, match.index))) continue;
    certainty = certainty === 0 ? 0.75 : 0.9;
  }
  return certainty;
}

/** How sure it is that the coach asks leave before sharing, asking or moving on: 0 when no rule fires. */
export function permissionCertainty(text: string): number {
  let hits = 0;
  for (const pattern of PERMISSION) if (pattern.test(text)) hits += 1;
  if (hits === 0) return 0;
  return hits > 1 || text.includes('?') ? 0.9 : 0.75;
}
