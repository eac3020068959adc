/** Words of the first wrong step of a program. */
export const vectorsSteps = {
  'vectors.step.byte': '{id}, byte {byte}: got {got}, want {want}',
  'vectors.step.value': '{id}: got {got}, want {want}',
  'vectors.step.length': '{id}: got {got|byte|bytes}, want {want}',
  'vectors.step.got': 'got',
  'vectors.step.want': 'want',
  'vectors.step.unknown': '{id}: no step of this name here; not compared',
  'vectors.step.unknownNear': '{id}: no step of this name here; not compared; perhaps {nearest}',
} as const;
