/** Chains for `certificate-verify`: good ones, and ones with exactly one thing wrong, under keys drawn once. */
import { pemEncode } from '../../../asn1/index.ts';
import type { PrivateKey } from '../../../keys/index.ts';
import { generateKey } from '../../../rsa/index.ts';
import { type Certificate, FAULT_NAMES, type FaultName, makeFault } from '../../../x509/index.ts';
import type { InputMaker, OpenMaker } from './input.ts';

/** When all of these chains are judged. */
const AT = new Date('2026-06-01T12:00:00Z');
const KEY_BITS = 1024;
/** Those whose fault is in a list of revoked certificates, or a key or hash that is weak, which these keys are, too. */
const LEFT_OUT = /crl|revoked|weak|small-key|md5|sha1/;
const FAULTS = FAULT_NAMES.filter((name) => name !== 'good' && !LEFT_OUT.test(name));

/** By the name of the operation; undefined for others. */
export function certificateMaker(op: string): OpenMaker | undefined {
  if (op !== 'certificate-verify') return undefined;
  return (random): InputMaker => {
    const keys = new Map<string, PrivateKey>();
    const keyOf = (role: string): PrivateKey => {
      const key = keys.get(role) ?? {
        algorithm: 'rsa',
        rsa: generateKey(KEY_BITS, { random: random.substream(`key.${role}`) }),
      };
      keys.set(role, key);
      return key;
    };
    return (draw, i) => {
      const name: FaultName = i % 3 === 0 ? 'good' : draw.pick(FAULTS);
      const fault = makeFault(name, {
        random: random.substream(`chain.${i}`),
        at: AT,
        bits: KEY_BITS,
        keyOf,
      });
      return {
        comment: name,
        flags: name === 'good' ? [] : [fault.reason ?? name],
        fields: {
          leaf: pem(fault.leaf),
          intermediates: fault.chain.slice(1).map(pem),
          anchors: [pem(fault.root)],
          at: fault.at.toISOString(),
          host: fault.host,
          purpose: fault.purpose,
        },
      };
    };
  };
}

function pem({ der }: Certificate): string {
  return pemEncode('CERTIFICATE', der);
}
