/** The same chains, judged by `openssl verify`: its number is the one that the table gives, and that we give. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { parseIp } from '../../src/x509/index.ts';
import { LIMBO } from '../x509/chain/limbo.ts';
import { SCENARIOS, type Scenario } from '../x509/chain/scenarios.ts';
import { hasPeer } from './peer.ts';

const PURPOSES = {
  any: 'any',
  server: 'sslserver',
  client: 'sslclient',
  'email-sign': 'smimesign',
  'email-encrypt': 'smimeencrypt',
  code: 'any',
} as const;

describe.skipIf(!hasPeer('openssl'))('openssl verify', () => {
  const root = mkdtempSync(join(tmpdir(), 'crypto-test-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const asked = [...SCENARIOS, ...LIMBO].filter(({ openssl }) => openssl !== undefined);

  it.each(asked)('$name: $openssl', ({ name, leaf, options, openssl, args = [] }) => {
    const cwd = join(root, name.replace(/\W+/g, '-'));
    mkdirSync(cwd);
    const pem = (file: string, label: string, list: readonly { readonly der: Uint8Array }[] = []) => {
      if (list.length > 0)
        writeFileSync(join(cwd, file), list.map(({ der }) => pemEncode(label, der)).join(''));
      return list.length > 0;
    };
    pem('root.pem', 'CERTIFICATE', options.anchors);
    pem('leaf.pem', 'CERTIFICATE', [leaf]);
    const given = [
      ...(pem('middle.pem', 'CERTIFICATE', options.intermediates) ? ['-untrusted', 'middle.pem'] : []),
      ...(pem('crl.pem', 'X509 CRL', options.crls) ? ['-CRLfile', 'crl.pem'] : []),
      ...wantedArgs(options),
    ];
    const { stdout, stderr } = spawnSync(
      'openssl',
      [
        'verify',
        '-CAfile',
        'root.pem',
        '-attime',
        `${options.at!.getTime() / 1000}`,
        ...given,
        ...args,
        'leaf.pem',
      ],
      { cwd, encoding: 'utf8' },
    );
    const [, number] = /error (\d+) at/.exec(stderr + stdout) ?? [];
    const answer = /leaf\.pem: OK/.test(stdout) ? 0 : Number(number);
    expect(answer, stderr + stdout).toBe(openssl);
  });
});

function wantedArgs({ host, email, purpose }: Scenario['options']): string[] {
  const wanted = host?.replace(/\.$/, '');
  const kind = purpose ?? (host === undefined ? 'any' : 'server');
  return [
    ...(kind === 'any' ? [] : ['-purpose', PURPOSES[kind]]),
    ...(wanted === undefined ? [] : [parseIp(wanted) ? '-verify_ip' : '-verify_hostname', wanted]),
    ...(email === undefined ? [] : ['-verify_email', email]),
  ];
}
