/** Scene 12: secrecy, identity and integrity together. The complete message, as the standard has it (CMS, RFC 5652). */
import { concat, equalConstantTime, fromHex, toHex, utf8 } from '../bytes/index.ts';
import type { Envelope, OpenVerdict } from '../cms/index.ts';
import { sha256 } from '../hash/index.ts';
import { os2ip } from '../math/index.ts';
import { becauseOf } from './authority.ts';
import { openPost, type Post } from './letters.ts';
import { type Attack, type Keys, type Scene, type StageRow, step, traceOf, type World } from './scene.ts';

const LETTER = utf8('Dear Bob, please pay the miller 100 euros. Alice');
const FORGED = utf8('Dear Bob, please pay the hacker 900 euros. Alice');
/** What Alice really signed once, for the hacker. */
const DEBT = utf8('I owe you 50 euros. Alice');
const NOTHING = new Uint8Array(0);
/** Bytes of the ciphertext in which the hacker flips a bit, one after the other. */
const TRIES = 8;

export function message({ random }: World): Scene {
  const draw = random.substream('scene12');
  const post = openPost(random, draw);
  const { sign, seal, open } = post;
  /** Signed with that person's key, under that certificate, and sealed for Bob. */
  const write = (...signing: Parameters<Post['sign']>) => seal(sign(...signing).message).message;

  const bobsKey = post.verifyReceiver('bob');
  const signed = sign(LETTER, 'alice');
  const sent = seal(signed.message);
  const received = open(sent.message);

  // The hacker has what was sent, Bob's public key, and a certificate for his own name.
  const closed = open(sent.message, 'hacker');
  const places = draw.substream('places');
  const altered = Array.from({ length: TRIES }, () => open(withFlippedBit(sent, os2ip(places.bytes(4)))));
  const refused = altered.filter((verdict) => letterOf(verdict) === undefined).length;
  const imitated = open(write(FORGED, 'hacker', post.imitate('alice', 'hacker')));
  const honest = open(write(FORGED, 'hacker'));
  // A signed letter that he was sent is his to pass on.
  const passedOn = open(write(DEBT, 'alice'));

  const again = open(sent.message);
  // From now on Bob sends a random number first, and takes only letters that repeat it.
  const numbers = draw.substream('numbers');
  const [first, second] = [numbers.bytes(8), numbers.bytes(8)];
  const answer = write(concat(LETTER, utf8(`, in answer to ${toHex(first)}`)), 'alice');
  const answers = (number: Uint8Array) =>
    toHex(letterOf(open(answer)) ?? NOTHING).endsWith(toHex(utf8(toHex(number))));
  const [inTime, replayed] = [answers(first), answers(second)];

  const [made] = signed.signatures;
  const steps = [
    step('alice.verify', bobsKey.valid ? 'story.step.whole.receiver' : 'story.step.whole.stranger'),
    step('alice.hash', 'story.step.whole.hash', { plaintext: LETTER, digest: made!.digest }),
    step('alice.sign', 'story.step.whole.sign', { signature: made!.signature }),
    step('alice.seal', 'story.step.whole.seal', {
      key: sent.sessionKey,
      ciphertext: sent.ciphertext,
      gcmTag: sent.tag,
    }),
    step('alice.wrap', 'story.step.whole.wrap', { wrapped: sent.encryptedKeys[0]! }),
    step('bob.open', received?.valid ? 'story.step.whole.open' : 'story.step.whole.refuse', {
      plaintext: letterOf(received) ?? NOTHING,
    }),
    step('hacker.listen', 'story.step.whole.listen', { bytes: sent.message.length }),
    step('hacker.alter', 'story.step.whole.alter', { tries: TRIES, refused }),
    step('hacker.imitate', 'story.step.whole.imitate'),
    step('hacker.sign', 'story.step.whole.ownName'),
    step('hacker.passOn', 'story.step.whole.passOn', { plaintext: letterOf(passedOn) ?? NOTHING }),
    step('hacker.replay', 'story.step.whole.replay', { plaintext: letterOf(again) ?? NOTHING }),
    step('bob.ask', inTime ? 'story.step.whole.number' : 'story.step.whole.refuse', { random: first }),
    step('hacker.again', 'story.step.whole.again', { random: second }),
  ];
  return {
    number: 12,
    title: 'story.title.whole',
    trace: traceOf(12, steps, letterOf(again) ?? NOTHING),
    attacks: [
      attack('story.attack.wholeRead', closed, LETTER, 'story.because.privateKey'),
      {
        attempt: 'story.attack.wholeAlter',
        succeeded: refused < TRIES,
        because: 'story.because.tag',
      },
      attack('story.attack.wholeImitate', imitated, FORGED, 'story.because.chainRefused'),
      attack('story.attack.wholeOwnName', honest, FORGED, 'story.because.chainRefused'),
      attack('story.attack.wholePassOn', passedOn, DEBT, 'story.because.noReceiver'),
      attack('story.attack.wholeReplay', again, LETTER, 'story.because.nothingFresh'),
      { attempt: 'story.attack.wholeReplayAsked', succeeded: replayed, because: 'story.because.oldNumber' },
    ],
    figures: [{ kind: 'stages', caption: 'story.figure.stages', rows: stagesOf(signed, sent, received) }],
    pictures: [],
    learned: 'story.learned.whole',
    stillCan: 'story.still.whole',
  };
}

/** Downwards what Alice made, and upwards what Bob took off again. */
function stagesOf(
  signed: ReturnType<Post['sign']>,
  sent: Envelope,
  received: OpenVerdict | undefined,
): StageRow[] {
  const [envelope, signature] = received?.layers ?? [];
  const opened = envelope?.kind === 'envelope' ? envelope : undefined;
  const signers = signature?.kind === 'signature' ? signature.signed.signers : [];
  const letter = letterOf(received) ?? NOTHING;
  const [made] = signed.signatures;
  return [
    {
      form: 'story.form.letter',
      sent: LETTER,
      received: letter,
      down: 'story.down.hash',
      up: 'story.up.hash',
    },
    {
      form: 'story.form.hash',
      sent: made!.digest,
      received: sha256(letter),
      down: 'story.down.sign',
      up: 'story.up.sign',
    },
    {
      form: 'story.form.signature',
      sent: made!.signature,
      received: signers[0]?.signature ?? NOTHING,
      down: 'story.down.certificate',
      up: 'story.up.certificate',
    },
    {
      form: 'story.form.signed',
      sent: signed.message,
      received: opened?.opened.content ?? NOTHING,
      down: 'story.down.aes',
      up: 'story.up.aes',
    },
    {
      form: 'story.form.ciphertext',
      sent: concat(sent.ciphertext, sent.tag),
      received: opened ? concat(opened.enveloped.ciphertext, opened.enveloped.tag) : NOTHING,
      down: 'story.down.rsa',
      up: 'story.up.rsa',
    },
    { form: 'story.form.message', sent: sent.message, received: sent.message },
  ];
}

/** It succeeds where Bob has that letter as one by Alice (or the hacker has it at all); where not, the verdict may say why. */
function attack(
  attempt: Keys<'attack'>,
  verdict: OpenVerdict | undefined,
  wanted: Uint8Array,
  otherwise: Keys<'because'>,
): Attack {
  const succeeded = equalConstantTime(letterOf(verdict) ?? NOTHING, wanted);
  const signer = verdict && 'verdict' in verdict ? verdict.verdict.signers[0] : undefined;
  const untrusted = signer?.valid === false && signer.finding.reason === 'untrusted';
  return { attempt, succeeded, because: untrusted ? becauseOf(signer.finding.chain.reason) : otherwise };
}

function letterOf(verdict: OpenVerdict | undefined): Uint8Array | undefined {
  return verdict?.valid ? verdict.content : undefined;
}

/** The message with one bit of its ciphertext flipped. */
function withFlippedBit({ message: der, ciphertext }: Envelope, place: bigint): Uint8Array {
  const flipped = ciphertext.slice();
  flipped[Number(place % BigInt(flipped.length))]! ^= 1;
  return fromHex(toHex(der).replace(toHex(ciphertext), toHex(flipped)));
}
