/** "The master secret is the premaster secret encrypted": it is derived, and nothing leads back. */
import { concat, equalConstantTime } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { tls12Prf } from '../../mac/index.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

export const masterSecretEncrypted: Myth = {
  name: 'master-secret-encrypted',
  said: 'myth.master-secret-encrypted.said',
  truth: 'myth.master-secret-encrypted.truth',
  better: 'myth.master-secret-encrypted.better',
  run(random) {
    const stream = random.substream('myth.master-secret-encrypted');
    const clientRandom = stream.bytes(32);
    const serverRandom = stream.bytes(32);
    const master = (premaster: Uint8Array) =>
      tls12Prf(sha256, premaster, 'master secret', concat(clientRandom, serverRandom), 48);
    // RSA brings 48 bytes, Diffie-Hellman over a 2048-bit prime 256: both become 48.
    const premasters = [stream.bytes(48), stream.bytes(256)];
    const masters = premasters.map(master);
    // Both sides do the same: what the server derives is what the client has, and nothing was sent.
    const serverSide = master(premasters[0]!);
    const same = equalConstantTime(serverSide, masters[0]!);
    const steps = premasters.map((premaster, i) =>
      mythStep(
        `derive.${premaster.length}`,
        'myth.master-secret-encrypted.step.derive',
        { from: premaster.length, to: masters[i]!.length, premaster, master: masters[i]! },
        'RFC 5246, 8.1',
      ),
    );
    return evidence(
      'master-secret-encrypted',
      [
        ...steps,
        mythStep(
          'server',
          same ? 'myth.master-secret-encrypted.step.same' : 'myth.master-secret-encrypted.step.differs',
          { master: serverSide },
        ),
      ],
      [
        {
          claim: 'myth.master-secret-encrypted.claim.room',
          holds: masters.every((value, i) => value.length >= premasters[i]!.length),
        },
        { claim: 'myth.master-secret-encrypted.claim.sent', holds: !same },
      ],
    );
  },
};
