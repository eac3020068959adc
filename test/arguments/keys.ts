/** Arguments of ASN.1, PEM and keys. */
import * as asn1 from '../../src/asn1/index.ts';
import { utf8 } from '../../src/bytes/index.ts';
import * as keys from '../../src/keys/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { exported, type Row } from './row.ts';

const bytes = utf8('bytes');
const privateKey = { algorithm: 'rsa', rsa: KEY_1024 } as const;
const publicKey = keys.publicKeyOfPrivate(privateKey);
const once = { iterations: 1 };
const sealed = keys.encodeEncryptedPkcs8(privateKey, bytes, once);

/** They take a `DerReader`, which only `openDer` makes. */
const fromReader = (call: (der: asn1.DerReader, name: string) => unknown, der: Uint8Array) => () =>
  call(asn1.openDer(der), 'name');

const {
  readSequence,
  readSequenceOf,
  readFilledSequenceOf,
  readSetOf,
  readFilledSetOf,
  readOptional,
  readSmall,
  readEnumerated,
  derError,
  walkDerTree,
  ...functions
} = asn1;
const time = asn1.encodeTime(new Date(0));
const string = { tag: asn1.TAG.ia5String, text: 'text' };
const oid = asn1.encodeOid('1.2.3');
const integer = asn1.encodeInteger(5n);
const octets = asn1.encodeOctetString(bytes);
const bits = asn1.encodeBitString(bytes);

export const keyRows: readonly Row[] = [
  ...exported(
    {
      ...functions,
      openBitString: fromReader(asn1.openBitString, bits),
      openOctetString: fromReader(asn1.openOctetString, octets),
      // Text or bytes: test/asn1/pem.test.ts gives it what is neither.
      pemDecode: () => asn1.pemDecode(''),
      isStringTag: () => asn1.isStringTag(asn1.TAG.ia5String),
      encodeString: (text: string) => asn1.encodeString({ ...string, text }),
      readAny: fromReader(asn1.readAny, octets),
      readGeneralizedTime: fromReader(asn1.readGeneralizedTime, asn1.encodeGeneralizedTime(new Date(0))),
      readIa5String: fromReader(asn1.readIa5String, asn1.encodeString(string)),
      readString: fromReader(asn1.readString, asn1.encodeString(string)),
      readTime: fromReader(asn1.readTime, time),
      readBitString: fromReader(asn1.readBitString, bits),
      readBoolean: fromReader(asn1.readBoolean, asn1.encodeBoolean(true)),
      readInteger: fromReader(asn1.readInteger, integer),
      readNull: fromReader(asn1.readNull, asn1.encodeNull()),
      readOctetString: fromReader(asn1.readOctetString, octets),
      readOid: fromReader(asn1.readOid, oid),
      readPositive: fromReader(asn1.readPositive, integer),
    },
    {
      berToDer: { ber: octets },
      contextTag: { number: 0 },
      encodeBitString: { bytes },
      encodeBoolean: { value: true },
      encodeElement: { tag: 4, parts: bytes },
      encodeExplicit: { number: 0, element: integer },
      encodeImplicit: { number: 0, element: integer },
      encodeInteger: { value: 5n },
      encodeNull: {},
      encodeOctetString: { bytes },
      encodeOid: { oid: '1.2.3' },
      encodeEnumerated: { value: 1 },
      encodeGeneralizedTime: { date: new Date(0) },
      encodeSequence: { parts: integer },
      encodeSetOf: { parts: integer },
      encodeString: { text: 'text' },
      encodeTime: { date: new Date(0) },
      isStringTag: {},
      oidName: { oid: '1.2.3' },
      openBitString: {},
      openDer: { bytes },
      openOctetString: {},
      parseDerTree: { der: integer },
      pemDecode: {},
      pemEncode: { label: 'X', der: bytes },
      readAny: {},
      readGeneralizedTime: {},
      readIa5String: {},
      readString: {},
      readTime: {},
      readBitString: {},
      readBoolean: {},
      readInteger: {},
      readNull: {},
      readOctetString: {},
      readOid: {},
      readPositive: {},
    },
  ),
  ...exported(
    {
      ...keys,
      // The file is bytes or text: test/keys/key-file.test.ts gives it what is neither.
      parseKeyFile: (passphrase: Uint8Array) => keys.parseKeyFile(sealed, { passphrase }),
      parsePrivateKey: (passphrase: Uint8Array) => keys.parsePrivateKey(sealed, passphrase),
      parsePublicKey: () => keys.parsePublicKey(keys.encodeSpki(publicKey)),
    },
    {
      createDecrypter: { privateKey },
      createEncrypter: { publicKey },
      createSigner: { privateKey },
      createVerifier: { publicKey },
      encodeEncryptedPkcs8: { privateKey, passphrase: bytes, options: once },
      encodePkcs1Private: { privateKey },
      encodePkcs1Public: { publicKey },
      encodePkcs8: { privateKey },
      encodeSpki: { publicKey },
      parseKeyFile: { passphrase: bytes },
      parsePrivateKey: { passphrase: bytes },
      parsePublicKey: {},
      pemLabel: { form: 'spki' },
      publicKeyOfPrivate: { privateKey },
      toJwk: { key: publicKey },
      toPem: { form: 'spki', der: bytes },
    },
  ),
];
