/** The five principles of SHIFT in their order, for places that cannot wait for the rubric. */
export const principles = [
  { key: 'surface_emotion', letter: 'S', name: 'Surface Emotion' },
  { key: 'hand_back_ownership', letter: 'H', name: 'Hand Back Ownership' },
  { key: 'illuminate_contradictions', letter: 'I', name: 'Illuminate Contradictions' },
  { key: 'find_the_pattern', letter: 'F', name: 'Find the Pattern' },
  { key: 'turn_insight_into_action', letter: 'T', name: 'Turn Insight into Action' },
] as const;

/** The words for the two kinds, as coaches of SHIFT use them. */
export const kindName = { excellence: 'Excellence signal', growth: 'Growth opportunity' } as const;
