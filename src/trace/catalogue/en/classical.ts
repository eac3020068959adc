/** English words of `crypto caesar` and `crypto xor`. */
export const classical = {
  'classical.opt.shift': 'places to shift each letter: a whole number, modulo 26',
  'classical.opt.xorKey': 'repeating key, in hex, or as text:…, base64:…, file:PATH',
  'classical.opt.pad': 'pad at least as long as the message, written like a key: file:PATH',
  'classical.opt.top': 'candidates shown, at most {most}',
  'classical.opt.maxKeyLength': 'longest key tried, in bytes',
  'classical.opt.crib': 'a word that one message may contain, to try at every place',
  'classical.error.noShift': '--key: expected a number of places, got none; Caesar took 3',
  'classical.error.noKeyOrPad':
    '--key or --pad: expected one of them, got neither; draw a pad with crypto random N -o pad',
  'classical.error.keyAndPad': '--key and --pad: expected one of them, got both',
  'classical.weak.caesar': 'a shift cipher has 26 keys, and crypto caesar break tries them all; use aes',
  'classical.weak.xor':
    'a key shorter than the message repeats, which shows in the ciphertext: crypto xor break finds it; use aes',
  'classical.padSpent':
    'the used part of the pad is spent: under the same pad, a second message gives both away (crypto xor reuse)',
  'classical.column.key': 'key',
  'classical.column.length': 'key bytes',
  'classical.column.distance': 'distance',
  'classical.column.coincidence': 'coincidence',
  'classical.column.perLetter': 'bits/letter',
  'classical.column.perByte': 'bits/byte',
  'classical.column.text': 'text',
  'classical.column.position': 'position',
  'classical.column.other': 'the other message',
  'classical.caesar.break': 'Recover key and text from the ciphertext alone.',
  'classical.caesar.found': 'Key {key}. Of 26 texts only one is English: a small key space is no secret.',
  'classical.caesar.unsure': 'Best guess: key {key}.',
  'classical.caesar.failed':
    'no shift makes English of it: at best {score} bits per letter in {letters} letters, where English has about 3 and random letters 4.7; more text may help',
  'classical.xor.break': 'Recover a repeating key and the text from the ciphertext alone.',
  'classical.xor.found': 'Key of {length} bytes: {key}',
  'classical.xor.unsure': 'Best guess, of {length} bytes: {key}',
  'classical.xor.foundInPart':
    'Key of {length} bytes, of which {guesses} are guesses (in brackets) and may be wrong: {key}',
  'classical.xor.doubtful': 'The guesses, counted from 0: {places}. More text would settle them.',
  'classical.xor.notEnglish':
    'no key of up to {longest} bytes makes English of the {count} bytes: at best {score} bits per byte, where English has about 3',
  'classical.xor.tryLonger': '; if the key may be longer, try --max-key-length {limit}',
  'classical.xor.tryMore': '; if the key may be longer, try more text',
  'classical.xor.tooLittle':
    'too little text to be sure: in so few bytes ({count}), some key makes English of noise, too; try more text',
  'classical.xor.repetitive':
    'too many bytes equal the one {length} places on: what repeats itself in step with the key could be any text',
  'classical.reuse.about': 'Show what two messages encrypted under one pad give away.',
  'classical.reuse.a': 'first ciphertext, up to 1 MiB',
  'classical.reuse.b': 'second ciphertext, under the same pad',
  'classical.reuse.legend':
    'A letter: very likely one message has it where the other has a space.\n= the same byte in both\n· not known',
  'classical.reuse.learned':
    'The pad has dropped out: of {length} bytes, {equal} are equal and {letters} show a letter. Guess a word with --crib.',
  'classical.reuse.cut': '…  the first {shown} bytes are shown',
  'classical.reuse.crib':
    'If "{crib}" stands at {position} in one message, the other reads "{fragment}" there.',
  'classical.reuse.unlikely':
    'only {share} % of the bytes have their top bit clear, and two texts under one pad would have nearly all: the pads differ, or these are not texts',
} as const;
