/** "The server encrypts with its private key": what it sends is under a symmetric key, which both sides derived. */
import { concatAll, equalConstantTime, toHex, utf8 } from '../../bytes/index.ts';
import { i2osp, os2ip } from '../../math/index.ts';
import { systemRandom } from '../../random/index.ts';
import { encryptBlock, modulusLength, publicKeyOf } from '../../rsa/index.ts';
import { createProtection, encodeRecord, suiteNamed, type TlsHappening } from '../../tls/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallChain } from './small-chain.ts';
import { smallConnection } from './small-connection.ts';

const REQUEST = [utf8('What is your price?')];
const PRICE = utf8('Our price is 100. '.repeat(60));
const OTHER_PRICE = utf8('Our price is 900. '.repeat(60));
const SUITE = suiteNamed('TLS_RSA_WITH_AES_128_GCM_SHA256');
/** Of a record. */
const HEADER = 5;

export const serverUsesPrivateKey: Myth = {
  name: 'server-uses-private-key',
  said: 'myth.server-uses-private-key.said',
  truth: 'myth.server-uses-private-key.truth',
  better: 'myth.server-uses-private-key.better',
  run(random) {
    const stream = random.substream('myth.server-uses-private-key');
    const { owner } = smallChain(random);
    const talk = { request: REQUEST, answer: [PRICE], client: { suites: [SUITE] } };
    const told = smallConnection(random, { ...talk, draw: stream.substream('talk') });
    const sent = told.passed.find(({ from, type }) => from === 'server' && type === 'application_data');
    const fragment = sent?.record.subarray(HEADER) ?? new Uint8Array(0);

    // Everybody has the public key. Block by block, as it would be if each were a power of the private exponent.
    const known = publicKeyOf(owner);
    const k = modulusLength(known);
    const blocks = Array.from({ length: Math.ceil(fragment.length / k) }, (_, i) =>
      fragment.subarray(i * k, (i + 1) * k),
    );
    const powers = blocks.map((block) => i2osp(encryptBlock(known, os2ip(block) % known.n), k));
    const readByAll = toHex(concatAll(powers)).includes(toHex(utf8('price')));

    // Whoever has the keys of the connection, and not the private key, writes in the server's place.
    const colleague = smallConnection(random, {
      ...talk,
      draw: stream.substream('colleague'),
      meddle: ({ from, type, record }, happened) =>
        from === 'server' && type === 'application_data' ? [sealAgain(happened, OTHER_PRICE)] : [record],
    });
    const accepted = equalConstantTime(colleague.sides.client.read, OTHER_PRICE);
    const { keyBlock } = keysOf(told.sides.client.happened);
    return evidence(
      'server-uses-private-key',
      [
        mythStep('answer', 'myth.server-uses-private-key.step.answer', {
          bytes: PRICE.length,
          record: fragment,
        }),
        mythStep(
          'public',
          readByAll
            ? 'myth.server-uses-private-key.step.readByAll'
            : 'myth.server-uses-private-key.step.public',
          { blocks: blocks.length, powers: powers[0] ?? new Uint8Array(0) },
        ),
        mythStep('key', 'myth.server-uses-private-key.step.key', {
          length: keyBlock.server.key.length,
          key: keyBlock.server.key,
          plaintext: told.sides.client.read,
        }),
        mythStep(
          'colleague',
          accepted
            ? 'myth.server-uses-private-key.step.accepted'
            : 'myth.server-uses-private-key.step.refused',
          { plaintext: colleague.sides.client.read },
        ),
      ],
      [
        { claim: 'myth.server-uses-private-key.claim.public', holds: readByAll },
        { claim: 'myth.server-uses-private-key.claim.only', holds: !accepted },
      ],
    );
  },
};

function keysOf(happened: readonly TlsHappening[]): Extract<TlsHappening, { what: 'keys' }> {
  const keys = happened.find((happening) => happening.what === 'keys');
  if (!keys) throw new Error('the handshake has ended early');
  return keys;
}

/** A record in the place of the server's first: its Finished had the number before. */
function sealAgain(happened: readonly TlsHappening[], text: Uint8Array): Uint8Array {
  const { suite, keyBlock, encryptThenMac } = keysOf(happened);
  // GCM draws nothing at random: its nonces count.
  const protection = createProtection(suite, keyBlock.server, encryptThenMac, systemRandom);
  protection.seal('handshake', new Uint8Array(0));
  return encodeRecord('application_data', protection.seal('application_data', text));
}
