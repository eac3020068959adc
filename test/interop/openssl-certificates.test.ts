/** Certificates, requests and revocation lists between us and OpenSSL, both ways; and Node's reader of ours. */
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { toHex } from '../../src/bytes/index.ts';
import { encodePkcs8, publicKeyOfPrivate, toPem } from '../../src/keys/index.ts';
import {
  type ExtensionKind,
  findExtension,
  formatGeneralName,
  formatName,
  issueCrl,
  makeExtension,
  makeRequest,
  parseCertificates,
  parseCrls,
  parseIp,
  parseName,
  parseRequestFile,
  sameName,
  verifySignature,
} from '../../src/x509/index.ts';
import { certify, INTERMEDIATE, LEAF, makeTestChain, ROOT, VALIDITY } from '../x509/authority.ts';
import { hasPeer } from './peer.ts';

const AT = String(Date.parse('2026-06-01') / 1000);

describe.skipIf(!hasPeer('openssl'))('openssl and certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crypto-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const openssl = (line: string) => {
    const { status, stdout, stderr } = spawnSync('openssl', line.split(' '), {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, `openssl ${line}: ${stderr}${stdout}`).toBe(0);
    return stdout;
  };

  const { root, intermediate, leaf, crl, request } = makeTestChain();
  write('root.pem', pemEncode('CERTIFICATE', root.der));
  write('intermediate.pem', pemEncode('CERTIFICATE', intermediate.der));
  write('leaf.pem', pemEncode('CERTIFICATE', leaf.der));
  write('crl.pem', pemEncode('X509 CRL', crl.der));
  write('request.pem', pemEncode('CERTIFICATE REQUEST', request.der));
  write('root-key.pem', toPem('pkcs8', encodePkcs8(ROOT.privateKey)));
  write('leaf-key.pem', toPem('pkcs8', encodePkcs8(LEAF.privateKey)));

  it('accepts our chain, strictly and for its host', () => {
    const chain = '-CAfile root.pem -untrusted intermediate.pem leaf.pem';
    expect(
      openssl(`verify -x509_strict -attime ${AT} -verify_hostname bob.example -purpose sslserver ${chain}`),
    ).toBe('leaf.pem: OK\n');
    expect(openssl('crl -in crl.pem -CAfile root.pem -noout')).toBe('');
    expect(openssl('req -in request.pem -verify -noout')).toBe('');
  });

  it('accepts what is signed with PSS', () => {
    const scheme = { scheme: 'rsa-pss', hash: 'sha384', saltLength: 11 } as const;
    const signing = { privateKey: LEAF.privateKey, scheme };
    const publicKey = publicKeyOfPrivate(LEAF.privateKey);
    const made = makeRequest({ subject: LEAF.name, publicKey, extensions: [] }, signing);
    write('pss.pem', pemEncode('CERTIFICATE REQUEST', made.der));
    openssl('req -in pss.pem -verify -noout');
    const list = issueCrl(
      { issuer: ROOT.name, thisUpdate: VALIDITY.notBefore, revoked: [], extensions: [] },
      { privateKey: ROOT.privateKey, scheme },
    );
    write('pss-crl.pem', pemEncode('X509 CRL', list.der));
    openssl('crl -in pss-crl.pem -CAfile root.pem -noout');
  });

  it('reads every extension that we write', () => {
    const uri = { kind: 'uniformResourceIdentifier', value: 'http://ca.example/x' } as const;
    const made = certify(LEAF, INTERMEDIATE, {
      names: [
        { kind: 'dNSName', value: '*.bob.example' },
        { kind: 'iPAddress', bytes: parseIp('2001:db8::1')! },
        { kind: 'rfc822Name', value: 'bob@bob.example' },
        { kind: 'directoryName', name: parseName('CN=Bob,C=DE') },
        { kind: 'registeredID', oid: '1.2.3' },
      ],
      more: [
        makeExtension({
          kind: 'cRLDistributionPoints',
          points: [{ distributionPoint: { fullName: [uri] } }],
        }),
        makeExtension({
          kind: 'authorityInfoAccess',
          descriptions: [{ accessMethod: '1.3.6.1.5.5.7.48.2', accessLocation: uri }],
        }),
        makeExtension({
          kind: 'certificatePolicies',
          policies: [{ policyIdentifier: '2.23.140.1.2.1', policyQualifiers: [] }],
        }),
        makeExtension({
          kind: 'nameConstraints',
          permittedSubtrees: [{ kind: 'iPAddress', bytes: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }],
          excludedSubtrees: [{ kind: 'dNSName', value: 'x.example' }],
        }),
      ],
    });
    write('full.pem', pemEncode('CERTIFICATE', made.der));
    const text = openssl('x509 -in full.pem -noout -text');
    for (const line of [
      'DNS:*.bob.example, IP Address:2001:DB8:0:0:0:0:0:1, email:bob@bob.example, DirName:/C=DE/CN=Bob, Registered ID:1.2.3',
      'URI:http://ca.example/x',
      'CA Issuers - URI:http://ca.example/x',
      'Policy: 2.23.140.1.2.1',
      'IP:10.0.0.0/255.0.0.0',
      'DNS:x.example',
      'TLS Web Server Authentication',
      'Digital Signature, Key Encipherment',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain('<');
  });

  it('makes certificates that we read', () => {
    write(
      'theirs.cnf',
      [
        '[v3]',
        'basicConstraints=critical,CA:true,pathlen:2',
        'keyUsage=digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyAgreement,keyCertSign,cRLSign',
        'extendedKeyUsage=serverAuth,clientAuth,codeSigning,emailProtection,timeStamping,OCSPSigning,1.2.3.4',
        'subjectAltName=DNS:a.example,IP:192.0.2.1,IP:2001:db8::1,email:a@b.example,URI:https://a.example/,dirName:dir,RID:1.2.3,otherName:1.2.3;UTF8:x',
        'subjectKeyIdentifier=hash',
        'authorityKeyIdentifier=keyid,issuer:always',
        'nameConstraints=permitted;DNS:.example,permitted;email:b.example,excluded;IP:10.0.0.0/255.0.0.0,excluded;URI:.x.example',
        'crlDistributionPoints=URI:http://a.example/crl,URI:ldap://a.example/',
        'authorityInfoAccess=OCSP;URI:http://o.example/,caIssuers;URI:http://c.example/',
        'certificatePolicies=1.2.3.4,@policy',
        'issuerAltName=issuer:copy',
        '[dir]',
        'C=DE',
        'CN=Bob',
        '[policy]',
        'policyIdentifier=1.3.5.8',
        'CPS.1=http://p.example/',
        'userNotice.1=@notice',
        '[notice]',
        'explicitText=UTF8:read this',
      ].join('\n'),
    );
    openssl(
      'req -new -key leaf-key.pem -subj /C=DE/O=Ü/CN=a.example/emailAddress=a@b.example -utf8 -out theirs-req.pem',
    );
    openssl(
      'x509 -req -in theirs-req.pem -CA root.pem -CAkey root-key.pem -days 30 -set_serial 0x0123456789abcdef -extfile theirs.cnf -extensions v3 -out theirs.pem',
    );
    const [theirs] = parseCertificates(read('theirs.pem'));
    expect(verifySignature(theirs!, root.publicKey)).toMatchObject({ valid: true });
    expect(theirs!.serialNumber).toBe(0x0123456789abcdefn);
    expect(formatName(theirs!.subject)).toBe('emailAddress=a@b.example, CN=a.example, O=Ü, C=DE');
    expect(sameName(theirs!.issuer, ROOT.name)).toBe(true);
    const find = <K extends ExtensionKind>(kind: K) => findExtension(theirs!.extensions, kind);
    expect(find('basicConstraints')).toMatchObject({ cA: true, pathLenConstraint: 2 });
    expect(find('keyUsage')?.usages).toHaveLength(7);
    expect(find('extKeyUsage')?.purposes).toContain('1.2.3.4');
    expect(find('subjectAltName')?.names.map(formatGeneralName)).toEqual([
      'DNS:a.example',
      'IP:192.0.2.1',
      'IP:2001:db8::1',
      'email:a@b.example',
      'URI:https://a.example/',
      'DirName:CN=Bob, C=DE',
      'RID:1.2.3',
      'otherName:1.2.3',
    ]);
    expect(find('authorityKeyIdentifier')?.authorityCertSerialNumber).toBe(root.serialNumber);
    expect(find('nameConstraints')?.permittedSubtrees?.map(formatGeneralName)).toEqual([
      'DNS:.example',
      'email:b.example',
    ]);
    expect(find('nameConstraints')?.excludedSubtrees?.map(formatGeneralName)).toEqual([
      'IP:10.0.0.0/255.0.0.0',
      'URI:.x.example',
    ]);
    expect(find('cRLDistributionPoints')?.points).toHaveLength(2);
    expect(find('certificatePolicies')?.policies[1]?.policyQualifiers[0]?.cPSuri).toBe('http://p.example/');
    expect(theirs!.extensions.filter(({ value }) => value.kind === 'unknown')).toEqual([]);
  });

  it('makes requests that we read', () => {
    openssl(
      'req -new -key leaf-key.pem -subj /CN=b.example -addext subjectAltName=DNS:b.example,IP:192.0.2.7 -addext keyUsage=digitalSignature -out asks.pem',
    );
    const asks = parseRequestFile(read('asks.pem'));
    expect(verifySignature(asks, asks.publicKey)).toMatchObject({ valid: true });
    expect(findExtension(asks.extensions, 'subjectAltName')?.names.map(formatGeneralName)).toEqual([
      'DNS:b.example',
      'IP:192.0.2.7',
    ]);
    expect(findExtension(asks.extensions, 'keyUsage')?.usages).toEqual(['digitalSignature']);
  });

  it('makes revocation lists that we read', () => {
    write(
      'ca.cnf',
      '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\ncrl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid',
    );
    write('index.txt', '');
    write('crlnumber', '2A\n');
    const signer = '-config ca.cnf -cert root.pem -keyfile root-key.pem';
    openssl(`ca ${signer} -revoke leaf.pem -crl_reason keyCompromise`);
    openssl(`ca ${signer} -gencrl -out theirs-crl.pem`);
    const [list] = parseCrls(read('theirs-crl.pem'));
    expect(verifySignature(list!, root.publicKey)).toMatchObject({ valid: true });
    expect(findExtension(list!.extensions, 'cRLNumber')?.number).toBe(42n);
    expect(list!.revoked).toMatchObject([{ serialNumber: leaf.serialNumber }]);
    expect(findExtension(list!.revoked[0]!.extensions, 'reasonCode')?.reason).toBe('keyCompromise');
  });

  it('prints the same dates, serial numbers and fingerprints as Node reads', () => {
    const theirs = new X509Certificate(leaf.der);
    expect(new Date(theirs.validFrom)).toEqual(VALIDITY.notBefore);
    expect(BigInt(`0x${theirs.serialNumber}`)).toBe(leaf.serialNumber);
    expect(theirs.subjectAltName).toBe('DNS:bob.example');
    expect(theirs.checkIssued(new X509Certificate(intermediate.der))).toBe(true);
    expect(theirs.checkHost('bob.example')).toBe('bob.example');
    expect(toHex(new Uint8Array(theirs.raw))).toBe(toHex(leaf.der));
  });
});
