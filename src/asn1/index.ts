/**
 * ASN.1 in its distinguished encoding (X.690): `openDer` and a function to read and one to write each type; PEM round it.
 *
 * `readInteger(der, 'PKCS#1 modulus')` and its like take the name of what is read, which their errors give beside the byte.
 */
export { berToDer } from './ber.ts';
export { type BitString, encodeBitString, openBitString, readBitString } from './bit-string.ts';
export { encodeBoolean, readBoolean } from './boolean.ts';
export { type DerLimits, type DerOptions, type DerReader, derError, openDer } from './der-reader.ts';
export { encodeElement, encodeImplicit, readAny } from './element.ts';
export { encodeEnumerated, readEnumerated } from './enumerated.ts';
export { encodeInteger, readInteger, readPositive, readSmall } from './integer.ts';
export { encodeNull, readNull } from './null.ts';
export { encodeOctetString, openOctetString, readOctetString } from './octet-string.ts';
export { encodeOid, readOid } from './oid.ts';
export { oidName } from './oid-names.ts';
export { type PemBlock, pemDecode, pemEncode } from './pem.ts';
export {
  encodeExplicit,
  encodeSequence,
  readFilledSequenceOf,
  readOptional,
  readSequence,
  readSequenceOf,
} from './sequence.ts';
export { encodeSetOf, readFilledSetOf, readSetOf } from './set.ts';
export { type AsnString, encodeString, isStringTag, readIa5String, readString } from './string.ts';
export { contextTag, TAG } from './tag.ts';
export { encodeGeneralizedTime, encodeTime, readGeneralizedTime, readTime } from './time.ts';
export { type DerNode, type DerValue, parseDerTree, walkDerTree } from './tree.ts';
