/**
 * The blocks that RSA works on, field by field (RFC 8017, 7.1.1, 7.2.1, 9.1.1 and 9.2), under the RFC's names.
 *
 * They annotate blocks that were just made, for showing; they judge nothing that came from outside.
 */
import { type AnnotatedBytes, Reader } from '../bytes/index.ts';

/** EM = 0x00 || 0x02 || PS || 0x00 || M (7.2.1), where M has `mLen` bytes. */
export function encryptionBlockFields(EM: Uint8Array, mLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 7.2.1';
  return fieldsOf(EM, (em) => {
    em.bytes(1, '0x00', clause);
    em.bytes(1, '0x02', clause);
    em.bytes(EM.length - mLen - 3, 'PS', clause);
    em.bytes(1, '0x00', clause);
    em.bytes(mLen, 'M', clause);
  });
}

/** EM = 0x00 || 0x01 || PS || 0x00 || T (9.2), where T = DigestInfo (A.2.4) has `tLen` bytes and H the last `hLen`. */
export function signatureBlockFields(EM: Uint8Array, tLen: number, hLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 9.2';
  const digestInfo = 'RFC 8017, A.2.4';
  return fieldsOf(EM, (em) => {
    em.bytes(1, '0x00', clause);
    em.bytes(1, '0x01', clause);
    em.bytes(EM.length - tLen - 3, 'PS', clause);
    em.bytes(1, '0x00', clause);
    // Behind the two sequence headers, the object identifier; NULL and the header of the digest end the prefix.
    em.bytes(2, 'T: SEQUENCE', digestInfo);
    em.bytes(2, 'T: SEQUENCE digestAlgorithm', digestInfo);
    em.bytes(tLen - hLen - 8, 'T: OBJECT IDENTIFIER', digestInfo);
    em.bytes(2, 'T: NULL', digestInfo);
    em.bytes(2, 'T: OCTET STRING digest', digestInfo);
    em.bytes(hLen, 'H', digestInfo);
  });
}

/** DB = lHash || PS || 0x01 || M (7.1.1). */
export function oaepDataBlockFields(DB: Uint8Array, hLen: number, mLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 7.1.1';
  return fieldsOf(DB, (db) => {
    db.bytes(hLen, 'lHash', clause);
    db.bytes(DB.length - hLen - mLen - 1, 'PS', clause);
    db.bytes(1, '0x01', clause);
    db.bytes(mLen, 'M', clause);
  });
}

/** EM = 0x00 || maskedSeed || maskedDB (7.1.1). */
export function oaepBlockFields(EM: Uint8Array, hLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 7.1.1';
  return fieldsOf(EM, (em) => {
    em.bytes(1, '0x00', clause);
    em.bytes(hLen, 'maskedSeed', clause);
    em.bytes(EM.length - hLen - 1, 'maskedDB', clause);
  });
}

/** M' = eight zero bytes || mHash || salt (9.1.1). */
export function pssMessageFields(MPrime: Uint8Array, hLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 9.1.1';
  return fieldsOf(MPrime, (m) => {
    m.bytes(8, '0x00 x 8', clause);
    m.bytes(hLen, 'mHash', clause);
    m.bytes(MPrime.length - 8 - hLen, 'salt', clause);
  });
}

/** DB = PS || 0x01 || salt (9.1.1). */
export function pssDataBlockFields(DB: Uint8Array, sLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 9.1.1';
  return fieldsOf(DB, (db) => {
    db.bytes(DB.length - sLen - 1, 'PS', clause);
    db.bytes(1, '0x01', clause);
    db.bytes(sLen, 'salt', clause);
  });
}

/** EM = maskedDB || H || 0xbc (9.1.1). */
export function pssBlockFields(EM: Uint8Array, hLen: number): AnnotatedBytes[] {
  const clause = 'RFC 8017, 9.1.1';
  return fieldsOf(EM, (em) => {
    em.bytes(EM.length - hLen - 1, 'maskedDB', clause);
    em.bytes(hLen, 'H', clause);
    em.bytes(1, '0xbc', clause);
  });
}

function fieldsOf(block: Uint8Array, read: (reader: Reader) => void): AnnotatedBytes[] {
  const fields: AnnotatedBytes[] = [];
  const reader = new Reader(block, (field) => fields.push(field));
  read(reader);
  reader.end('block');
  return fields;
}
