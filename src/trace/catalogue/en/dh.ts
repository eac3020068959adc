/** Words of Diffie–Hellman. */
export const dh = {
  'cli.noun.dh': 'Diffie-Hellman: a secret agreed in public, and the man in the middle',

  'dh.exchange.about': 'Run an exchange step by step: who sends what, who knows what, what Eve can do.',
  'dh.intercept.about': 'Run an exchange with Mallory in the middle, who reads and changes everything.',
  'dh.public.about': 'One side alone, first step: the public value to send to the peer.',
  'dh.shared.about': "One side alone, second step: the shared secret from the peer's public value.",
  'dh.groups.about': 'List the groups that have names, or show the numbers of one.',

  'dh.opt.group': 'a group by its name, toy23 by default',
  'dh.opt.p': 'a prime of your own instead of --group; numbers are decimal or 0x…',
  'dh.opt.g': 'the generator that goes with --p',
  'dh.opt.a': "Alice's private value, drawn by default",
  'dh.opt.b': "Bob's private value, drawn by default",
  'dh.opt.m': "Mallory's private value, drawn by default",
  'dh.opt.tries': 'how many exponents Eve tries (default: 1048576, or 65536 where p is long)',
  'dh.opt.all': 'show long numbers in full',
  'dh.opt.private': 'your private value',
  'dh.opt.privateOrDrawn': 'your private value, drawn by default',
  'dh.opt.peer': 'what the peer sent',
  'dh.arg.group': 'a group to show in full',

  'dh.weak.paper': 'p has {bits} bits, for pencil and paper only: anybody finds the exponents',
  'dh.weak.taken':
    'p has {bits} bits, too short: logarithms modulo 795 bits were taken in 2019; use --group ffdhe2048',
  'dh.weak.short': 'p has {bits} bits, short of the 2048 that NIST asks for; use --group ffdhe2048',
  'dh.weak.subgroup':
    'g has only {order} different powers, so the secret is one of few; choose a g whose powers are many',
  'dh.weak.secret':
    'the secret came out as {got}, which anybody guesses; groups of prime order as in RFC 7919 rule that out',

  'dh.error.twoGroups': '--group and --p: expected one of them, got both',
  'dh.error.halfGroup': '{name}: expected a number, got none; a group of your own takes --p and --g',
  'dh.error.composite': '--p: expected a prime, got {got} = {product}',
  'dh.error.notPrime': '--p: expected a prime from 5 up, got {got}, which is none',
  'dh.error.longPrime': '--p: expected at most {most} bits, got {bits}',
  'dh.error.generator': '--g: expected a number from 2 to p-2 = {most}, got {got}',
  'dh.error.privateValue': '{name}: expected a number from 1 to p-2 = {most}, got {got}',
  'dh.error.badPrivate':
    '{name}: expected a private value whose public one is from 2 to p-2, got {got}, which makes {value}; every peer refuses that',
  'dh.refusal.out-of-range':
    '--peer: expected a number from 2 to p-2 = {most}, got {got}: it would make the secret 0, 1 or p-1; end the exchange',
  'dh.refusal.not-in-group':
    '--peer: expected a power of g, got {got}, which is none: it would betray a part of the private value; end the exchange',

  'dh.number.long': '{digits} ({bits} bits)',
  'dh.group.named': 'Public: {name}, p = {p}, g = {g}',
  'dh.group.own': 'Public: p = {p}, g = {g}',
  'dh.step.secret': 'keeps secret: {name} = {value}',
  'dh.step.instead': 'M = {value}, as if it were {name} from {owner}',
  'dh.exchange.same': 'Both have the same s, since (g^b)^a = (g^a)^b; over the network went only A and B.',
  'dh.knows': 'who knows',
  'dh.knows.yes': 'yes',
  'dh.knows.no': 'no',
  'dh.knows.computed': 'found',

  'dh.eve.searching': 'Eve tries exponents: {count}',
  'dh.eve.found':
    'Eve tries g^1, g^2, g^3, …: number {tries} is {sent}, so {letter} = {exponent}, and s = {other}^{exponent} mod p = {shared}. Listening was enough.',
  'dh.eve.foundAlike':
    'Eve tries g^1, g^2, g^3, …: number {tries} is {sent}, so {exponent} does what {letter} does, and s = {other}^{exponent} mod p = {shared}. Listening was enough.',
  'dh.eve.failed': 'Eve tries g^1, g^2, g^3, …: neither A nor B is among the first {tries} powers.',
  'dh.eve.standard':
    'There are about 2^{bits} exponents, and the best method known takes about 2^{strength} steps (an estimate of RFC 7919). Nobody has proved that there is no faster one.',
  'dh.eve.long':
    'There are about 2^{bits} exponents, but methods better than trying: in 2019 a logarithm modulo 795 bits took some 3100 core-years. Longer takes longer, as far as anybody knows.',
  'dh.eve.short':
    'There are {order} exponents; more --tries would do, and with a table of powers (baby-step giant-step) about {root} steps and as many entries.',

  'dh.relay.sends': 'encrypts under a key from {secret}: "{text}"',
  'dh.relay.reads': 'decrypts, and reads: "{text}"',
  'dh.relay.receives': 'decrypts, the tag fits, and reads: "{text}"',
  'dh.intercept.learned':
    'Neither notices: each shares a secret, only not with whom they think. Diffie-Hellman does not say who is there. What helps is authentication: a signature of each over A and B, which Mallory cannot make (crypto rsa sign), verified with a public key that surely belongs to the other.',

  'dh.column.name': 'name',
  'dh.column.bits': 'bits of p',
  'dh.column.generator': 'g',
  'dh.column.privateBits': 'bits of an exponent',
  'dh.column.strength': 'strength',
  'dh.groups.legend':
    'Strength n: the best method known to find an exponent takes about 2^n steps (estimates of RFC 7919). The toy groups have none.',
  'dh.groups.order': 'order = {order} (g to this power is 1)',
  'dh.groups.privateBits': 'exponents of {bits} bits',
  'dh.groups.strength': 'strength: about 2^{strength} steps (an estimate of RFC 7919)',
} as const;
