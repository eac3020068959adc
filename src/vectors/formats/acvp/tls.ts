/** The key derivation of TLS 1.0 to 1.2: from the premaster secret the master secret, and from that the key block. */
import { concat } from '../../../bytes/index.ts';
import type { Request } from '../../request.ts';
import { saying } from '../../saying.ts';
import { type CaseChecks, noResults, skipped } from './checks.ts';
import type { Merged } from './document.ts';
import { shaName } from './rsa.ts';

/** Undefined for an algorithm that is none of these. */
export function tlsKdfChecks(algorithm: string, group: Merged, test: Merged): CaseChecks | undefined {
  if (!/^(TLS-v1\.2|kdf-components tls$)/.test(algorithm)) return undefined;
  if (!test.has('masterSecret')) return noResults();
  const version = group.has('tlsVersion') ? group.text('tlsVersion') : 'v1.2';
  if (version !== 'v1.2' && version !== 'v1.0/1.1') {
    return skipped(saying('vectors.skip.algorithm', { name: `TLS ${version}` }));
  }
  const masterSecret = test.bytes('masterSecret');
  const asked = version === 'v1.2' ? tls12(group, test) : tls10(test);
  const requests: (readonly [Request, Uint8Array])[] = [[asked.master, masterSecret]];
  if (test.has('keyBlock')) {
    const keyBlock = test.bytes('keyBlock');
    requests.push([asked.block(masterSecret, keyBlock.length), keyBlock]);
  }
  return { checks: requests.map(([request, output]) => ({ request, want: { kind: 'output', output } })) };
}

interface Asked {
  readonly master: Request;
  block(masterSecret: Uint8Array, size: number): Request;
}

function tls12(group: Merged, test: Merged): Asked {
  const sha = shaName(group.text('hashAlg'));
  const premasterSecret = test.bytes('preMasterSecret');
  const [clientRandom, serverRandom] = [test.bytes('clientRandom'), test.bytes('serverRandom')];
  const block = (masterSecret: Uint8Array, size: number): Request => ({
    op: 'tls12-key-block',
    fields: { masterSecret, clientRandom, serverRandom, size, sha },
  });
  if (test.has('sessionHash')) {
    const fields = { premasterSecret, sessionHash: test.bytes('sessionHash'), sha };
    return { master: { op: 'tls12-extended-master-secret', fields }, block };
  }
  const hellos = {
    clientRandom: test.bytes('clientHelloRandom'),
    serverRandom: test.bytes('serverHelloRandom'),
  };
  return { master: { op: 'tls12-master-secret', fields: { premasterSecret, ...hellos, sha } }, block };
}

/** Of two steps of the PRF; the server's random stands first in the second. */
function tls10(test: Merged): Asked {
  const prf = (secret: Uint8Array, label: string, seed: Uint8Array, size: number): Request => ({
    op: 'tls10-prf',
    fields: { secret, label, seed, size },
  });
  const hellos = concat(test.bytes('clientHelloRandom'), test.bytes('serverHelloRandom'));
  const randoms = concat(test.bytes('serverRandom'), test.bytes('clientRandom'));
  return {
    master: prf(test.bytes('preMasterSecret'), 'master secret', hellos, 48),
    block: (masterSecret, size) => prf(masterSecret, 'key expansion', randoms, size),
  };
}
