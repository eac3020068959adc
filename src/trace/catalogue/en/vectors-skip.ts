/** Why a case of a vector file was not run. */
export const vectorsSkip = {
  'vectors.skip.algorithm': '{name}: not an algorithm of this toolkit',
  'vectors.skip.notByReference': '{op}: the reference does not do this',
  'vectors.skip.unknownOperation': '{op}: not an operation of this toolkit',
  'vectors.skip.unsupported': 'not done here: {detail}',
  'vectors.skip.program': 'the program says: {detail}',
  'vectors.skip.keySize': 'key of {bits} bits: out of range here',
  'vectors.skip.nothingAsked': 'nothing is asked of this case',
  'vectors.fault.internal': 'our own error, not an answer: {detail}',
} as const;
