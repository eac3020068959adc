/** The letters of scene 12: people with certificates for their mailboxes, who sign, seal and open (CMS, RFC 5652). */
import {
  type Envelope,
  makeSigned,
  type OpenVerdict,
  openMessage,
  parseMessage,
  sealEnvelope,
} from '../cms/index.ts';
import { CryptoError } from '../errors.ts';
import { publicKeyOfPrivate } from '../keys/index.ts';
import type { RandomSource } from '../random/index.ts';
import { type Certificate, type ChainVerdict, verifyChain } from '../x509/index.ts';
import { asKey, certify, foundAuthority, NOW } from './authority.ts';
import { keyOf, type Person } from './rsa-keys.ts';

const MAILBOXES = { alice: 'alice@alice.example', bob: 'bob@bob.example', hacker: 'hacker@hacker.example' };

type Signed = ReturnType<typeof makeSigned>;

/** What people do with letters to Bob; everybody trusts the root of the story. */
export interface Post {
  readonly certificates: Readonly<Record<Person, Certificate>>;
  /** A certificate with the name and the number of somebody's, about another key, signed by that key. */
  readonly imitate: (victim: Person, forger: Person) => Certificate;
  readonly verifyReceiver: (receiver: Person) => ChainVerdict;
  readonly sign: (letter: Uint8Array, signer: Person, certificate?: Certificate) => Signed;
  /** For Bob. */
  readonly seal: (signed: Uint8Array) => Envelope;
  /** As a letter by Alice: her name must be in a certificate that leads to the root. Nothing where the envelope does not open. */
  readonly open: (message: Uint8Array, reader?: Person) => OpenVerdict | undefined;
}

/** `random` is that of the telling, and `draw` that of the scene. */
export function openPost(random: RandomSource, draw: RandomSource): Post {
  const { root, intermediate, keys } = foundAuthority(random);
  const serials = draw.substream('serials');
  const keyFor = (who: Person) => asKey(keyOf(random, who));
  const statement = (name: Person, holder: Person) =>
    ({
      subject: `CN=${name}`,
      names: [{ kind: 'rfc822Name', value: MAILBOXES[name] }],
      publicKey: publicKeyOfPrivate(keyFor(holder)),
      use: 'mail',
    }) as const;
  const certified = (who: Person) => certify(intermediate, keys.daily, statement(who, who), serials);
  const certificates = { alice: certified('alice'), bob: certified('bob'), hacker: certified('hacker') };
  const envelopes = draw.substream('envelopes');
  let sealed = 0;
  return {
    certificates,
    imitate(victim, forger) {
      const { serialNumber } = certificates[victim];
      const copied = { ...statement(victim, forger), serialNumber };
      return certify(intermediate, keyFor(forger), copied, serials);
    },
    verifyReceiver: (receiver) =>
      verifyChain(certificates[receiver], {
        anchors: [root],
        intermediates: [intermediate],
        email: MAILBOXES[receiver],
        purpose: 'email-encrypt',
        at: NOW,
      }),
    sign: (letter, signer, certificate = certificates[signer]) =>
      makeSigned(letter, {
        signers: [{ certificate, privateKey: keyFor(signer) }],
        certificates: [intermediate],
        signingTime: NOW,
      }),
    seal: (signed) =>
      sealEnvelope(signed, {
        recipients: [certificates.bob],
        cipher: 'aes-128-gcm',
        scheme: { scheme: 'rsa-oaep', hash: 'sha256' },
        random: envelopes.substream(`${sealed++}`),
      }),
    open(message, reader = 'bob') {
      try {
        return openMessage(parseMessage(message), {
          privateKey: keyFor(reader),
          anchors: [root],
          email: MAILBOXES.alice,
          purpose: 'email-sign',
          at: NOW,
        });
      } catch (error) {
        if (error instanceof CryptoError) return undefined;
        throw error;
      }
    },
  };
}
