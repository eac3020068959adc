/** The server and the authority of `test/tls/pair.ts` in files, as commands take them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pemEncode } from '../../../src/asn1/index.ts';
import { encodePkcs8, toPem } from '../../../src/keys/index.ts';
import { BOB, BOB_CERTIFICATE, ROOT_CERTIFICATE } from '../../tls/pair.ts';
import { NOW } from '../../x509/authority.ts';

export const SERVER_FILES = ['--cert', 'bob.pem', '--key', 'bob-key.pem'];
export const TRUST = ['--ca', 'root.pem', '--at', NOW.toISOString(), '--servername', 'bob.example'];

export function writeServerFiles(cwd: string): void {
  writeFileSync(join(cwd, 'root.pem'), pemEncode('CERTIFICATE', ROOT_CERTIFICATE.der));
  writeFileSync(join(cwd, 'bob.pem'), pemEncode('CERTIFICATE', BOB_CERTIFICATE.der));
  writeFileSync(join(cwd, 'bob-key.pem'), toPem('pkcs8', encodePkcs8(BOB.privateKey)));
}
