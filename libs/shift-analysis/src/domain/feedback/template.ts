/**
 * Texts of one code. Slots stand in braces; a text whose slots cannot all be filled for a moment is not used.
 *
 * `{client}` name or "your client" · `{Client}` the same at the start of a sentence · `{said}` the client's words
 * before, quoted · `{answer}` the client's words after, quoted · `{matter}` the same, only
 * when they move the matter (change, struggle, feeling, insight …) · `{felt}` the same, only
 * when they hold the feeling word · `{promise}` the client's commitment, quoted · `{step}` a commitment in the answer ·
 * `{measure}` a number or day in the answer · `{yes}` a short agreement
 * of the client, quoted · `{move}` the coach's words, quoted · `{feeling}`
 * "worry" · `{feel}` "worried" · `{you}` the client's clause turned to the second person ("you keep putting it off")
 * · `{sideA}` `{sideB}` both sides turned to the second person · `{early}` `{late}` quotes from two moments ·
 * `{when}` "early on", "near the end".
 */
export interface CodeTexts {
  feedback: readonly string[];
  why: readonly string[];
  /** Growth only: what could be said aloud instead. Best first, the plainest last. */
  better: readonly string[];
}

export type TextTable = Readonly<Record<string, CodeTexts>>;
