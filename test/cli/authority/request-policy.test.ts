/** What an authority grants of what is asked for: each part is kept, or refused with a reason; none is lost on the way. */
import { describe, expect, it } from 'vitest';
import { grant } from '../../../src/cli/authority/request-policy.ts';
import { publicKeyOfPrivate } from '../../../src/keys/index.ts';
import {
  type Extension,
  formatGeneralName,
  type GeneralName,
  KEY_PURPOSES,
  keyIdentifier,
  makeExtension,
  makeRequest,
  makeUnknownExtension,
} from '../../../src/x509/index.ts';
import { LEAF } from '../../x509/authority.ts';

const { name: subject, privateKey } = LEAF;
const publicKey = publicKeyOfPrivate(privateKey);

function granted(profile: 'server' | 'client' | 'ca', ...extensions: Extension[]) {
  const {
    names,
    extensions: kept,
    refused,
  } = grant(makeRequest({ subject, publicKey, extensions }, { privateKey }), profile);
  return {
    names: names.map(formatGeneralName),
    kept: kept.map(({ value }) => value),
    refused: refused.map(({ what, why }) => `${what}: ${why.replace('ca.why.', '')}`),
  };
}

const altName = (...names: GeneralName[]) => makeExtension({ kind: 'subjectAltName', names });
const dns = (value: string): GeneralName => ({ kind: 'dNSName', value });
const NOTHING = { names: [], kept: [], refused: [] };

describe('a request', () => {
  it('for nothing', () => expect(granted('server')).toEqual(NOTHING));

  it('for names: those of hosts, addresses, mailboxes and URIs', () => {
    const good: GeneralName[] = [
      dns('bob.example'),
      dns('*.Bob.example'),
      { kind: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) },
      { kind: 'rfc822Name', value: 'bob@bob.example' },
      { kind: 'uniformResourceIdentifier', value: 'https://bob.example/' },
    ];
    const bad: GeneralName[] = [
      dns(''),
      dns('bob example'),
      dns('*.com'),
      dns('www.*.example'),
      dns('192.0.2.1'),
      dns('bob.example\u0000.evil.example'),
      { kind: 'iPAddress', bytes: Uint8Array.of(192, 0, 2) },
      { kind: 'rfc822Name', value: 'bob' },
      { kind: 'uniformResourceIdentifier', value: 'no scheme' },
      { kind: 'registeredID', oid: '1.2.3' },
      { kind: 'directoryName', name: subject },
    ];
    const { names, refused } = granted('server', altName(...good, ...bad));
    expect(names).toEqual(good.map(formatGeneralName));
    expect(refused).toEqual(bad.map((name) => `${formatGeneralName(name)}: name`));
  });

  it('for the usual uses of a key', () => {
    const usage = makeExtension({ kind: 'keyUsage', usages: ['digitalSignature'] });
    const purposes = [KEY_PURPOSES.serverAuth, KEY_PURPOSES.clientAuth];
    const extended = makeExtension({ kind: 'extKeyUsage', purposes });
    expect(granted('server', usage, extended)).toEqual({ ...NOTHING, kept: [usage.value, extended.value] });
  });

  it('for power over others', () => {
    const usage = makeExtension({ kind: 'keyUsage', usages: ['digitalSignature', 'keyCertSign', 'cRLSign'] });
    const purposes = [KEY_PURPOSES.serverAuth, KEY_PURPOSES.OCSPSigning, KEY_PURPOSES.anyExtendedKeyUsage];
    const extended = makeExtension({ kind: 'extKeyUsage', purposes });
    const ca = makeExtension({ kind: 'basicConstraints', cA: true });
    expect(granted('server', ca, usage, extended)).toEqual({
      names: [],
      kept: [
        { kind: 'keyUsage', usages: ['digitalSignature'] },
        { kind: 'extKeyUsage', purposes: [KEY_PURPOSES.serverAuth] },
      ],
      refused: [
        'basicConstraints cA=true: profile',
        'keyUsage keyCertSign: power',
        'keyUsage cRLSign: power',
        'extKeyUsage OCSPSigning: unknown',
        'extKeyUsage anyExtendedKeyUsage: unknown',
      ],
    });
  });

  it('of a CA', () => {
    const usage = makeExtension({ kind: 'keyUsage', usages: ['keyCertSign', 'cRLSign', 'keyEncipherment'] });
    const ca = makeExtension({ kind: 'basicConstraints', cA: true, pathLenConstraint: 3 });
    expect(granted('ca', ca, usage)).toEqual({
      names: [],
      kept: [{ kind: 'keyUsage', usages: ['keyCertSign', 'cRLSign'] }],
      refused: ['basicConstraints pathLenConstraint=3: pathLength', 'keyUsage keyEncipherment: notForCa'],
    });
    const none = makeExtension({ kind: 'keyUsage', usages: ['cRLSign'] });
    expect(granted('ca', none)).toEqual({ ...NOTHING, refused: ['keyUsage cRLSign: notForCa'] });
  });

  it('for another purpose than the profile', () => {
    const extended = makeExtension({ kind: 'extKeyUsage', purposes: [KEY_PURPOSES.clientAuth] });
    expect(granted('server', extended)).toEqual({
      ...NOTHING,
      refused: ['extKeyUsage clientAuth: otherPurpose'],
    });
    expect(granted('client', extended).kept).toEqual([extended.value]);
  });

  it('for what is computed, and for what is not known', () => {
    const own = makeExtension({ kind: 'subjectKeyIdentifier', keyIdentifier: keyIdentifier(publicKey) });
    const other = makeExtension({ kind: 'subjectKeyIdentifier', keyIdentifier: Uint8Array.of(1) });
    const unknown = makeUnknownExtension('1.2.3.4', Uint8Array.of(5, 0), true);
    expect(granted('server', own)).toEqual(NOTHING);
    expect(granted('server', other, unknown).refused).toEqual([
      'subjectKeyIdentifier: computed',
      '1.2.3.4: unknown',
    ]);
  });

  it('for the same twice', () => {
    const { names, refused } = granted('server', altName(dns('a.example')), altName(dns('b.example')));
    expect(names).toEqual(['DNS:a.example']);
    expect(refused).toEqual(['subjectAltName: twice']);
  });
});
