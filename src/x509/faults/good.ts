/** The chain with nothing wrong: root, intermediate, and the certificate of Bob's server. Each fault differs from it in one thing. */

import type { GeneralName } from '../general-name.ts';
import { parseIp } from '../ip-address.ts';
import type { FaultRule } from './plan.ts';

export const NAMES = {
  root: 'CN=Example Root CA,O=Crypto Primer',
  intermediate: 'CN=Example Intermediate CA,O=Crypto Primer',
  lower: 'CN=Example Lower CA,O=Crypto Primer',
  leaf: 'CN=bob.example',
  other: 'CN=Another Root CA,O=Somebody Else',
} as const;

export const HOST = 'bob.example';
export const WWW = 'www.bob.example';
export const ADDRESS = '192.0.2.1';

export const dns = (value: string): GeneralName => ({ kind: 'dNSName', value });
export const ip = (text: string): GeneralName => ({ kind: 'iPAddress', bytes: parseIp(text)! });

export const HOSTS: readonly GeneralName[] = [dns(HOST), dns(WWW), ip(ADDRESS)];

/** In days from the moment at which the chain is judged. */
export const DAYS = {
  root: [-1000, 2650],
  other: [-1000, 2650],
  intermediate: [-300, 1500],
  lower: [-200, 800],
  leaf: [-30, 60],
  list: [-1, 6],
} as const;

export const GOOD = {
  good: { plan: {}, reason: null, opensslError: 0, clause: 'RFC 5280, 6.1', place: 'chain' },
} as const satisfies Readonly<Record<string, FaultRule>>;
