/** Many megabytes through each peer, in every suite, with and without both extensions. */
import { SUITES } from '../../src/tls/index.ts';
import { describeBulk } from './tls-bulk.ts';
import { combinations } from './tls-matrix.ts';

describeBulk(combinations(SUITES), { openssl: 16 * 2 ** 20 + 1, gnutls: 2 ** 20 + 1 });
