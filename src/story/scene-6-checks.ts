/** Scene 6: only a keyed check stops a person. A checksum, a hash, an encrypted hash and a MAC against the same order. */
import { aes } from '../block/index.ts';
import { concat, equalConstantTime, fromUtf8, utf8, xor } from '../bytes/index.ts';
import { sha256 } from '../hash/index.ts';
import { hmac } from '../mac/index.ts';
import { ctrXor } from '../modes/index.ts';
import type { RandomSource } from '../random/index.ts';
import { crc32 } from './crc32.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

const ORDER = utf8('Please pay Bob 100 euros at once. Alice');
const FORGED = utf8(fromUtf8(ORDER).replace('100', '900'));

/** How Alice sends an order, and what Bob makes of what he gets: the order, or nothing where the check fails. */
interface Protection {
  send(order: Uint8Array): Uint8Array;
  receive(sent: Uint8Array): Uint8Array | undefined;
}

export function checks({ random }: World): Scene {
  const { checksum, hash, encryptedHash, mac } = protections(random);

  const summed = checksum.send(FORGED);
  const hashed = hash.send(FORGED);

  // He knows the order, so he knows what was encrypted; with its keystream he encrypts an order of his own.
  const encrypted = encryptedHash.send(ORDER);
  const keystream = xor(encrypted, hash.send(ORDER));
  const rewritten = xor(keystream, hash.send(FORGED));

  const tagged = mac.send(ORDER);
  const ownKey = random.substream('scene6.hacker').bytes(32);
  const tries = [
    tagged.subarray(ORDER.length),
    sha256(FORGED),
    hmac(sha256, new Uint8Array(0), FORGED),
    hmac(sha256, ownKey, FORGED),
  ].map((tag) => concat(FORGED, tag));

  const believes = (protection: Protection, sent: Uint8Array) => {
    const order = protection.receive(sent);
    return order !== undefined && equalConstantTime(order, FORGED);
  };
  const cards = [
    { protection: 'checksum', of: checksum, forgeries: [summed] },
    { protection: 'hash', of: hash, forgeries: [hashed] },
    { protection: 'encryptedHash', of: encryptedHash, forgeries: [rewritten] },
    { protection: 'mac', of: mac, forgeries: tries },
  ] as const;
  const rows = cards.map(({ protection, of, forgeries }) => ({
    protection: `story.protection.${protection}` as const,
    noticesNoise: unnoticedNoise(of) === 0,
    noticesHacker: !forgeries.some((sent) => believes(of, sent)),
  }));
  const fooled = rows.map((row) => !row.noticesHacker);

  const steps = [
    step('alice.checksum', 'story.step.check.checksum', { plaintext: ORDER, checksum: crc32(ORDER) }),
    step('bob.noise', 'story.step.check.noise', {
      bits: 8 * checksum.send(ORDER).length,
      unnoticed: unnoticedNoise(checksum),
    }),
    step('hacker.checksum', 'story.step.check.checksumAgain', { plaintext: FORGED, checksum: crc32(FORGED) }),
    step('alice.hash', 'story.step.check.hash', { digest: sha256(ORDER) }),
    step('hacker.hash', 'story.step.check.hashAgain', { digest: sha256(FORGED) }),
    step('alice.encrypt', 'story.step.check.encrypt', { ciphertext: encrypted }),
    step('hacker.rewrite', 'story.step.check.rewrite', { keystream, ciphertext: rewritten }),
    step('bob.decrypt', 'story.step.check.decrypt', {
      plaintext: encryptedHash.receive(rewritten) ?? new Uint8Array(0),
    }),
    step('alice.mac', 'story.step.check.mac', { tag: tagged.subarray(ORDER.length) }),
    step('hacker.try', 'story.step.check.try', { tries: tries.length }),
    step('bob.refuse', 'story.step.check.refuse', {
      refused: tries.filter((sent) => mac.receive(sent) === undefined).length,
    }),
  ];
  return {
    number: 6,
    title: 'story.title.check',
    trace: traceOf(6, steps, rewritten),
    attacks: [
      { attempt: 'story.attack.forgeChecksum', succeeded: fooled[0]!, because: 'story.because.sumAgain' },
      { attempt: 'story.attack.forgeHash', succeeded: fooled[1]!, because: 'story.because.hashAgain' },
      {
        attempt: 'story.attack.forgeEncryptedHash',
        succeeded: fooled[2]!,
        because: 'story.because.rewritten',
      },
      { attempt: 'story.attack.forgeMac', succeeded: fooled[3]!, because: 'story.because.keyedTag' },
    ],
    figures: [{ kind: 'score', caption: 'story.figure.score', rows }],
    pictures: [],
    learned: 'story.learned.check',
    stillCan: 'story.still.check',
  };
}

function protections(random: RandomSource) {
  const cipher = aes(random.substream('scene6.key').bytes(16));
  const counter = random.substream('scene6.counter').bytes(16);
  const macKey = random.substream('scene6.mac').bytes(32);
  const hash = appended(sha256);
  const encryptedHash: Protection = {
    send: (order) => ctrXor(cipher, counter, hash.send(order)),
    receive: (sent) => hash.receive(ctrXor(cipher, counter, sent)),
  };
  return {
    checksum: appended(crc32),
    hash,
    encryptedHash,
    mac: appended((order) => hmac(sha256, macKey, order)),
  };
}

/** The order in the clear, and behind it what `check` makes of it. */
function appended(check: (order: Uint8Array) => Uint8Array): Protection {
  return {
    send: (order) => concat(order, check(order)),
    receive(sent) {
      const order = sent.subarray(0, ORDER.length);
      return equalConstantTime(sent.subarray(ORDER.length), check(order)) ? order : undefined;
    },
  };
}

/** How many of all bits sent may be turned, one at a time, without Bob's noticing. */
function unnoticedNoise({ send, receive }: Protection): number {
  const sent = send(ORDER);
  let unnoticed = 0;
  for (let bit = 0; bit < 8 * sent.length; bit++) {
    const noisy = sent.slice();
    noisy[bit >> 3]! ^= 0x80 >> (bit & 7);
    if (receive(noisy) !== undefined) unnoticed++;
  }
  return unnoticed;
}
