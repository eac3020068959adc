/** The usual name of a key: SHA-1 over the bits of its subjectPublicKey (RFC 5280, 4.2.1.2, method 1). Not a protection. */
import { openDer, readBitString, TAG } from '../asn1/index.ts';
import { sha1 } from '../hash/index.ts';
import { encodeSpki, type PublicKey } from '../keys/index.ts';

/** 20 bytes. */
export function keyIdentifier(publicKey: PublicKey): Uint8Array {
  const spki = openDer(encodeSpki(publicKey)).open(TAG.sequence, 'SPKI');
  spki.skip('SPKI algorithm');
  return sha1(readBitString(spki, 'SPKI subjectPublicKey').bytes);
}
