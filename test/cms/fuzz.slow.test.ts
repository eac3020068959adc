/** Messages damaged at random, in many places at once: read or refused, and never another content. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatAll, utf8 } from '../../src/bytes/index.ts';
import {
  encodeMessageFile,
  encryptMessage,
  openMessage,
  parseMessageFile,
  signMessage,
} from '../../src/cms/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { NOW } from '../x509/authority.ts';
import { alice, bob, intermediate, root } from './people.ts';

const TEXT = utf8('Meet me at noon.');
const signing = { signers: [alice], certificates: [intermediate], signingTime: NOW };
const signed = signMessage(TEXT, signing);
const recipients = [bob.certificate];
const messages = [
  signed,
  signMessage(TEXT, { ...signing, attributes: false }),
  encryptMessage(signed, { recipients }),
  encryptMessage(signed, { recipients, cipher: 'aes-256-gcm' }),
  encodeMessageFile(signed, 'pem'),
  encodeMessageFile(encryptMessage(signed, { recipients }), 'smime'),
];

/** Bytes changed, cut out, doubled or put in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...messages),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.constantFrom(0, 0, 1, 1, 2, 16),
        put: fc.uint8Array({ maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([message, changes]) =>
    changes.reduce((bytes, { at, cut, put }) => {
      const start = Math.floor(at * bytes.length);
      return concatAll([bytes.subarray(0, start), put, bytes.subarray(start + cut)]);
    }, message),
  );

describe('a message damaged at random', () => {
  it('opens to what was signed, or not at all', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(damaged, (file) => {
        try {
          const { privateKey } = bob;
          const verdict = openMessage(parseMessageFile(file), { privateKey, anchors: [root], at: NOW });
          if (verdict.valid) expect(verdict.content).toEqual(TEXT);
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }),
      { numRuns: 50_000 },
    );
  });

  it('noise is no message', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const file = concatAll([Uint8Array.of(0x30), bytes]);
        try {
          parseMessageFile(file);
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }),
      { numRuns: 100_000 },
    );
  });
});
