/** Server certificates that real peers judge by the real time, in files as their command lines want them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { encodePkcs8, type PrivateKey, toPem } from '../../src/keys/index.ts';
import { type Certificate, type GeneralName, parseName } from '../../src/x509/index.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { type Changes, certify, type Person, testKey } from '../x509/authority.ts';

/** What a server shows: the leaf first, without the root. */
export interface Identity {
  readonly certificates: readonly Certificate[];
  readonly privateKey: PrivateKey;
}

/** 2048 bits: GnuTLS and Chromium refuse less. */
const member = (text: string): Person => ({
  name: parseName(text),
  privateKey: testKey(`interop ${text}`, 2048),
});

const ROOT = member('CN=Interop Root,O=Crypto Primer');
const MIDDLE = member('CN=Interop Intermediate,O=Crypto Primer');
const SERVER = member('CN=localhost');

const STRANGER: Person = { ...ROOT, name: parseName('CN=Stranger') };

const LONG = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') };
const OVER = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2021-01-01T00:00:00Z') };
const HERE: GeneralName[] = [{ kind: 'dNSName', value: 'localhost' }];

export const root = certify(ROOT, ROOT, { validity: LONG });
export const middle = certify(MIDDLE, ROOT, { validity: LONG, profile: 'ca', pathLength: 0, by: root });
/** Of another authority, which has signed none of the servers. */
export const stranger = certify(STRANGER, STRANGER, { validity: LONG });

const identity = (changes: Changes): Identity => ({
  certificates: [certify(SERVER, MIDDLE, { validity: LONG, names: HERE, by: middle, ...changes }), middle],
  privateKey: SERVER.privateKey,
});

export const IDENTITIES = {
  good: identity({}),
  expired: identity({ validity: OVER }),
  /** For another host. */
  elsewhere: identity({ names: [{ kind: 'dNSName', value: 'elsewhere.example' }] }),
};

/** A folder with all of that, for one test file. */
export function openIdentities(): string {
  const folder = openSandbox().folder('tls');
  beforeAll(() => writeIdentities(folder));
  return folder;
}

/** `NAME.pem` for each identity, all with the key of `key.pem`; `middle.pem` is the chain alone, the others are anchors. */
function writeIdentities(folder: string): void {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const pem = (list: readonly Certificate[]) => list.map(({ der }) => pemEncode('CERTIFICATE', der)).join('');
  for (const [name, { certificates }] of Object.entries(IDENTITIES)) put(`${name}.pem`, pem(certificates));
  put('key.pem', toPem('pkcs8', encodePkcs8(SERVER.privateKey)));
  put('middle.pem', pem([middle]));
  put('root.pem', pem([root]));
  put('stranger.pem', pem([stranger]));
}
