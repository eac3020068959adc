/** Why a case of a vector file was not run. */
export const vectorsSkip = {
  'vectors.skip.algorithm': '{name}: not an algorithm of this toolkit',
  'vectors.skip.notByReference': '{op}: the reference does not do this',
  'vectors.skip.unknownOperation': '{op}: not an operation of this toolkit',
  'vectors.skip.unsupported': 'not done here: {detail}',
  'vectors.skip.program': 'the program says: {detail}',
  'vectors.skip.keySize': 'key of {bits|bit|bits}: out of range here',
  'vectors.skip.tagSize': 'tag of {bits|bit|bits}: not a size of this toolkit',
  'vectors.skip.testType': '{algorithm}: tests of the kind {type} are not read here',
  'vectors.skip.noOperation': '{what}: no operation asks for it',
  'vectors.skip.tooMuch': '{what}: more than the {most} that are asked here',
  'vectors.skip.limboFeature': '{feature}: optional in x509-limbo, and not done here',
  'vectors.skip.limboNotWired': '{field} {value}: not asked here',
  'vectors.skip.limboKeyRule':
    'the CA/Browser Forum wants RSA keys of at least 2048 bits, in whole bytes: not a rule of RFC 5280',
  'vectors.skip.nothingAsked': 'nothing is asked of this case',
  'vectors.fault.internal': 'our own error, not an answer: {detail}',
  'vectors.skip.bitOriented': 'message of {bits|bit|bits}: only whole bytes are hashed here',
  'vectors.skip.noResults': 'no expected results: give the expectedResults file, too',
  'vectors.skip.noField': '{field}: not in this record',
  'vectors.skip.noAnswer': 'the file leaves the answer open',
} as const;
