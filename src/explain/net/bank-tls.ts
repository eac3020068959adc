/** The bank's certificate under a root that browsers trust, and TLS machines for whoever speaks to it or for it. */
import { EPOCH_MICROS } from '../../net/capture/epoch.ts';
import type { RandomSource } from '../../random/index.ts';
import { createClient, createServer, DEFAULT_SUITES, type TlsMachine } from '../../tls/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { keyLogLine } from '../tls/key-log-line.ts';
import { makeTlsParties, type Parties, type PartyKeys } from '../tls/parties.ts';
import { BANK } from './bank.ts';

export const BEGUN = new Date(EPOCH_MICROS / 1000);

/** Machines with fresh random numbers each, and the secrets of all of them. */
export class BankTls {
  readonly parties: Parties;
  keyLog = '';
  readonly #random: RandomSource;
  #count = 0;

  constructor(keys: PartyKeys, random: RandomSource) {
    this.#random = random;
    this.parties = makeTlsParties(keys, random.substream('authority'), BEGUN, BANK);
  }

  /** A browser's, or whoever plays one: with the roots that it trusts. */
  client(anchors: readonly Certificate[] = [this.parties.root]): TlsMachine {
    return createClient({
      anchors,
      host: BANK,
      at: BEGUN,
      suites: DEFAULT_SUITES,
      random: this.#next('client'),
      observe: (happening) => {
        this.keyLog += keyLogLine(happening) ?? '';
      },
    });
  }

  /** The bank's own, or one that shows what it is given. */
  server(
    { certificate, privateKey }: Pick<Parties, 'certificate' | 'privateKey'> = this.parties,
  ): TlsMachine {
    return createServer({
      certificates: [certificate],
      privateKey,
      suites: DEFAULT_SUITES,
      random: this.#next('server'),
    });
  }

  #next(name: string): RandomSource {
    return this.#random.substream(`${name}.${this.#count++}`);
  }
}
