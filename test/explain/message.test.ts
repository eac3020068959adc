/** The complete message, told: its steps are documented, and their values are those of the message. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../../src/bytes/index.ts';
import { makeSigned, openMessage, parseMessage, sealEnvelope } from '../../src/cms/index.ts';
import { CryptoError } from '../../src/errors.ts';
import { explainOpen, explainSeal } from '../../src/explain/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import type { Trace } from '../../src/trace/index.ts';
import { message } from '../../src/trace/index.ts';
import { alice, bob, carol, eve, intermediate, root } from '../cms/people.ts';
import { withCode } from '../with-code.ts';
import { NOW } from '../x509/authority.ts';

const TEXT = utf8('Meet me at noon.');
const recipients = [carol.certificate, bob.certificate];

function sealed(cipher: 'aes-256-cbc' | 'aes-128-gcm', attributes = true, who = alice) {
  const made = makeSigned(TEXT, {
    signers: [who],
    certificates: [intermediate],
    signingTime: NOW,
    attributes,
  });
  const scheme = { scheme: cipher === 'aes-256-cbc' ? 'rsa-pkcs1' : 'rsa-oaep' } as const;
  const envelope = sealEnvelope(made.message, { recipients, cipher, scheme });
  const signed = { ...made, certificate: who.certificate };
  return { envelope, signed, trace: explainSeal(TEXT, { signed, envelope, cipher, recipients, scheme }) };
}
const opened = (der: Uint8Array, options = {}) =>
  explainOpen(
    openMessage(parseMessage(der), { privateKey: bob.privateKey, anchors: [root], at: NOW, ...options }),
  );

const cbc = sealed('aes-256-cbc');
const gcm = sealed('aes-128-gcm', false);
const changed = cbc.signed.message.slice();
changed[changed.findIndex((_, i) => toHex(changed.subarray(i, i + 4)) === toHex(utf8('noon')))]! ^= 1;
const forged = cbc.signed.message.with(-1, cbc.signed.message.at(-1)! ^ 1);

const traces: Readonly<Record<string, readonly Trace[]>> = {
  seal: [cbc.trace, gcm.trace, explainSeal(TEXT, {})],
  open: [
    opened(cbc.envelope.message),
    opened(gcm.envelope.message),
    opened(changed),
    opened(forged),
    opened(sealed('aes-256-cbc', true, eve).envelope.message),
    opened(cbc.envelope.message, { anchors: undefined, anySigner: true }),
  ],
};
const valueIn = ({ steps }: Trace, id: string) => steps.find((step) => step.id === id)?.values.value;

describe('docs/trace-steps-message.md', () => {
  const sections = readFileSync(new URL('../../docs/trace-steps-message.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1);
  const anyNumber = (id: string) => id.replace(/\[\w+\]/, '[#]');

  it.each(sections.map((section) => [section.split('\n')[0]!, section] as const))(
    'has every id and value of %s, and no other',
    (name, section) => {
      const documented = section
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .flatMap((line) => {
          const [id = '', , others = ''] = line.split('|').slice(1);
          const step = anyNumber(/`([^`]+)`/.exec(id)![1]!);
          return [step, ...[...others.matchAll(/`([^`]+)`/g)].map((match) => `${step} ${match[1]}`)];
        });
      const found = traces[name]!.flatMap(({ steps }) => steps).flatMap(({ id, values }) => [
        anyNumber(id),
        ...Object.keys(values)
          .filter((each) => each !== 'value')
          .map((each) => `${anyNumber(id)} ${each}`),
      ]);
      expect([...new Set(found)].sort()).toEqual([...new Set(documented)].sort());
    },
  );

  it('is said in both languages', () => {
    for (const { steps } of Object.values(traces).flat()) {
      for (const { say, values } of steps) {
        for (const lang of ['en', 'zh'] as const) {
          expect(message(lang, say as 'explain.message.content', values as never)).not.toMatch(/[{}]/);
        }
      }
    }
  });
});

describe('the values', () => {
  it('of sealing are those of the message', () => {
    const { trace, envelope, signed } = cbc;
    expect(valueIn(trace, 'signerInfos[0].messageDigest')).toBe(toHex(sha256(TEXT)));
    expect(valueIn(trace, 'signerInfos[0].signedAttrs')).toMatch(/^31/);
    expect(toHex(signed.message)).toContain(valueIn(trace, 'signerInfos[0].signature')!);
    expect(toHex(signed.message)).toContain(valueIn(trace, 'certificates')!);
    for (const id of [
      'IV',
      'encryptedContent',
      'recipientInfos[0].encryptedKey',
      'recipientInfos[1].encryptedKey',
    ]) {
      expect(toHex(envelope.message)).toContain(valueIn(trace, id)!);
    }
    expect(trace.output).toBe(toHex(envelope.message));
    expect(toHex(gcm.envelope.message)).toContain(valueIn(gcm.trace, 'mac')!);
  });

  it('of opening are those of sealing', () => {
    const [open] = traces.open!;
    expect(valueIn(open!, 'CEK')).toBe(valueIn(cbc.trace, 'CEK'));
    expect(valueIn(open!, 'recipientInfos.encryptedKey')).toBe(
      valueIn(cbc.trace, 'recipientInfos[1].encryptedKey'),
    );
    for (const id of ['messageDigest', 'signedAttrs', 'signature']) {
      expect(valueIn(open!, `signerInfos[0].${id}`)).toBe(valueIn(cbc.trace, `signerInfos[0].${id}`));
    }
    expect(open!.output).toBe(toHex(TEXT));
  });

  it('of a message that is refused hold no content', () => {
    const [, , other, bad, stranger] = traces.open!;
    for (const trace of [other!, bad!, stranger!]) {
      expect(valueIn(trace, 'content')).toBeUndefined();
      expect(valueIn(trace, 'CEK')).toBeUndefined();
      expect(trace.output).toBe('');
      expect(JSON.stringify(trace)).not.toContain(toHex(TEXT));
    }
    expect(other!.steps.map(({ say }) => say)).toContain('explain.message.open.otherAttributes');
    expect(bad!.steps.map(({ say }) => say)).toContain('explain.message.open.badSignature');
  });

  it('are not told of a long message', () => {
    const long = new Uint8Array(2 ** 16 + 1);
    expect(() => explainSeal(long, {})).toThrow(withCode('too-large', /65536 bytes to explain/));
    expect(() => explainSeal('text' as never, {})).toThrow(CryptoError);
  });
});
