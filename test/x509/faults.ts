/** Every fault, made once, with the keys of the tests. */
import { seededRandom } from '../../src/random/index.ts';
import {
  type ChainOptions,
  FAULT_NAMES,
  type Fault,
  type FaultName,
  type FaultOptions,
  makeFault,
} from '../../src/x509/index.ts';
import { NOW, testKey } from './authority.ts';

export function testFault(name: FaultName, options: FaultOptions = {}): Fault {
  return makeFault(name, {
    at: NOW,
    bits: 1024,
    random: seededRandom('faults'),
    keyOf: (role, bits) => testKey(`fault ${role} ${bits}`, bits),
    ...options,
  });
}

export const FAULTS: readonly Fault[] = FAULT_NAMES.map((name) => testFault(name));

/** What the fault says must be asked. */
export function chainOptions({ root, chain, crls, host, at, purpose }: Fault): ChainOptions {
  return { anchors: [root], intermediates: chain.slice(1), crls, host, at, purpose };
}
