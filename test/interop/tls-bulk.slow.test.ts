/** Many megabytes through each peer, in every suite, with and without both extensions. */
import { SUITES } from '../../src/tls/index.ts';
import { describeBulk } from './tls-bulk.ts';
import { combinations } from './tls-matrix.ts';

describeBulk(combinations(SUITES), { openssl: 2 ** 22 + 1, gnutls: 300_001 });
