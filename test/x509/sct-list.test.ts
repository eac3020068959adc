/** The list of signed certificate timestamps: that of a real certificate, and every way in which one can be damaged. */
import { describe, expect, it } from 'vitest';
import { encodeOctetString } from '../../src/asn1/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { parseCertificates, parseSctList, SCT_LIST } from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';
import { REAL_LEAF } from './real-chain.ts';

const [leaf] = parseCertificates(REAL_LEAF);
const raw = leaf!.extensions.find(({ oid }) => oid === SCT_LIST)!.raw;

/** One timestamp in a list, in an OCTET STRING. */
function listOf(...scts: string[]): Uint8Array {
  const sized = (hex: string) => (hex.length / 2).toString(16).padStart(4, '0') + hex;
  return encodeOctetString(fromHex(sized(scts.map(sized).join(''))));
}
const LOG = '11'.repeat(32);
const sct = (version: string, timestamp: string, algorithm = '0403') =>
  `${version}${LOG}${timestamp}0000${algorithm}0002abcd`;

describe('signed certificate timestamps', () => {
  it('are those that OpenSSL prints for a real certificate', () => {
    expect(
      parseSctList(raw).map(({ version, logId, timestamp, algorithm }) => [
        version,
        toHex(logId),
        timestamp.toISOString(),
        algorithm,
      ]),
    ).toEqual([
      [
        1,
        'b73efb24df9c4dba75f239c5ba58f46c5dfc42cf7a9f35c49e1d098125edb499',
        '2023-05-29T19:44:00.979Z',
        'ecdsa-sha256',
      ],
      [
        1,
        '7a328c54d8b72db620ea38e0521ee98416703213854d3bd22bc13a57a352eb52',
        '2023-05-29T19:44:01.003Z',
        'ecdsa-sha256',
      ],
    ]);
  });

  it('of a version that is not known are left out, and algorithms without a name are numbers', () => {
    const list = listOf(sct('01', '00'.repeat(8)), sct('00', '0000018867a1ae53', '0907'));
    expect(parseSctList(list).map(({ algorithm }) => algorithm)).toEqual(['9.7']);
    expect(parseSctList(listOf())).toEqual([]);
  });

  it('are refused where a time is none or bytes are left', () => {
    expect(() => parseSctList(listOf(sct('00', 'ff'.repeat(8))))).toThrow(withCode('bad-format'));
    expect(() => parseSctList(listOf(`${sct('00', '00'.repeat(8))}00`))).toThrow(withCode('bad-format'));
    expect(() => parseSctList(encodeOctetString(fromHex('000000')))).toThrow(withCode('bad-format'));
    expect(() => parseSctList(fromHex('0500'))).toThrow(withCode('bad-format'));
  });

  it('throw CryptoError and nothing else, cut off anywhere or with any byte changed', () => {
    for (let at = 0; at < raw.length; at++) {
      for (const damaged of [raw.subarray(0, at), raw.with(at, raw[at]! ^ 0xff), raw.with(at, 0)]) {
        try {
          parseSctList(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(CryptoError);
        }
      }
    }
  });
});
