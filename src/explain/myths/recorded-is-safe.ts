/** "Whoever records it can do nothing": until the private key is stolen; with Diffie–Hellman there is none to steal. */
import { equalConstantTime, utf8 } from '../../bytes/index.ts';
import { byteLength, i2osp } from '../../math/index.ts';
import { decryptRecording } from '../../tls/index.ts';
import { recordingOf } from '../tls-wire/conversation.ts';
import { converseEphemerally } from '../tls-wire/ephemeral.ts';
import { tryPrivateKey } from '../tls-wire/thief.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';
import { smallConnection } from './small-connection.ts';

const LETTER = utf8('The meeting is at ten.');
const ANSWER = utf8('I shall be there.');

export const recordedIsSafe: Myth = {
  name: 'recorded-is-safe',
  said: 'myth.recorded-is-safe.said',
  truth: 'myth.recorded-is-safe.truth',
  better: 'myth.recorded-is-safe.better',
  run(random) {
    const stream = random.substream('myth.recorded-is-safe');
    const { owner, certify } = smallChain(random);
    const privateKey = { algorithm: 'rsa', rsa: owner } as const;

    // A TLS connection with RSA key exchange: all that is needed later is on the tape, but for the private key.
    const draw = stream.substream('rsa');
    const told = smallConnection(random, { draw, request: [LETTER], answer: [ANSWER] });
    const tape = recordingOf(told);
    const later = decryptRecording(tape, privateKey);
    const readLater = later.opened && equalConstantTime(later.data.client, LETTER);

    // Diffie–Hellman: the tape has two public values; the private ones were thrown away when the connection ended.
    const ephemeral = converseEphemerally({
      certificates: [certify(2n)],
      privateKey,
      request: LETTER,
      answer: ANSWER,
      random: stream.substream('dh'),
    });
    const { tries, opened } = tryPrivateKey(ephemeral, owner);
    const { client, server } = ephemeral.publicValues;
    return evidence(
      'recorded-is-safe',
      [
        mythStep('record', 'myth.recorded-is-safe.step.record', {
          bytes: tape.client.length + tape.server.length,
          ciphertext: told.passed.find(({ type }) => type === 'application_data')?.record ?? tape.client,
        }),
        mythStep(
          'steal',
          readLater ? 'myth.recorded-is-safe.step.read' : 'myth.recorded-is-safe.step.closed',
          later.opened ? { premaster: later.premasterSecret, plaintext: later.data.client } : {},
        ),
        mythStep('dh', 'myth.recorded-is-safe.step.dh', {
          aliceSends: i2osp(client, byteLength(client)),
          bobSends: i2osp(server, byteLength(server)),
        }),
        mythStep(
          'steal.dh',
          opened > 0 ? 'myth.recorded-is-safe.step.readDh' : 'myth.recorded-is-safe.step.closedDh',
          { tries },
        ),
      ],
      [{ claim: 'myth.recorded-is-safe.claim.forever', holds: !readLater }],
    );
  },
};
