/** Inputs of the key derivation of TLS. */
import type { Draw } from '../draw.ts';
import { counted } from './counted.ts';
import type { InputMaker, OpenMaker } from './input.ts';

/** By the name of the operation; undefined for others. */
export function tlsMaker(op: string): OpenMaker | undefined {
  const maker = Object.hasOwn(MAKERS, op) ? MAKERS[op] : undefined;
  return maker && (() => maker);
}

const SHAS = ['SHA-256', 'SHA-384'] as const;
const randoms = (draw: Draw) => ({ clientRandom: draw.bytes(32), serverRandom: draw.bytes(32) });
/** The version, and 46 random bytes (RFC 5246, 7.4.7.1). */
const premaster = (draw: Draw) => Uint8Array.from([3, 3, ...draw.bytes(46)]);

const MAKERS: Readonly<Record<string, InputMaker>> = {
  'tls12-prf': (draw, i) => {
    const fields = { ...prfFields(draw, i), sha: SHAS[i % 2]! };
    return { comment: `${fields.sha}, ${counted(fields.size, 'byte')}`, fields };
  },
  'tls10-prf': (draw, i) => {
    const fields = prfFields(draw, i);
    return { comment: counted(fields.size, 'byte'), fields };
  },
  'tls12-master-secret': (draw, i) => {
    const sha = SHAS[i % 2]!;
    return { comment: sha, fields: { premasterSecret: premaster(draw), ...randoms(draw), sha } };
  },
  'tls12-extended-master-secret': (draw, i) => {
    const sha = SHAS[i % 2]!;
    const sessionHash = draw.bytes(sha === 'SHA-384' ? 48 : 32);
    return { comment: sha, fields: { premasterSecret: premaster(draw), sessionHash, sha } };
  },
  'tls12-key-block': (draw, i) => {
    // As AES128-SHA, AES256-SHA256 and the GCM suites need them (RFC 5246, 6.3).
    const [name, size, sha] = [
      ['AES128-SHA', 72, 'SHA-256'] as const,
      ['AES256-SHA256', 128, 'SHA-256'] as const,
      ['AES128-GCM-SHA256', 40, 'SHA-256'] as const,
      ['AES256-GCM-SHA384', 72, 'SHA-384'] as const,
    ][i % 4]!;
    return { comment: name, fields: { masterSecret: draw.bytes(48), ...randoms(draw), size, sha } };
  },
  'tls12-verify-data': (draw, i) => {
    const sha = SHAS[i % 2]!;
    const label = draw.pick(['client finished', 'server finished']);
    const handshakeHash = draw.bytes(sha === 'SHA-384' ? 48 : 32);
    return { comment: label, fields: { masterSecret: draw.bytes(48), label, handshakeHash, sha } };
  },
};

function prfFields(draw: Draw, i: number) {
  return {
    secret: draw.bytes(draw.pick([16, 47, 48, 100])),
    label: draw.pick(['test label', 'master secret', 'key expansion']),
    seed: draw.bytes(16 + draw.below(64)),
    size: [12, 32, 48, 33, 100, 1][i % 6]!,
  };
}
