/** Megabytes through each peer: a suite of each kind. All of them are in the slow suite. */
import { suiteNamed } from '../../src/tls/index.ts';
import { describeBulk } from './tls-bulk.ts';
import { combinations } from './tls-matrix.ts';

const CHOSEN = ['AES128-SHA', 'AES256-SHA256', 'AES256-GCM-SHA384', 'RC4-MD5', 'DES-CBC3-SHA'].map(
  suiteNamed,
);
const AMOUNTS = { openssl: 2 ** 21 + 1, gnutls: 200_001 };

/** CBC in both orders of MAC and encryption; for the others that makes no difference. */
const chosen = combinations(CHOSEN).filter(
  ({ suite, extendedMasterSecret, encryptThenMac }) =>
    extendedMasterSecret && (encryptThenMac || suite.opensslName === 'AES128-SHA'),
);

describeBulk(chosen, AMOUNTS);
