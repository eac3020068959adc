/**
 * A proxy that breaks TLS open: for each name it makes a certificate of its own CA, and Alice's browser believes it exactly
 * if that CA's root was installed. Companies and schools do this, and so does malware; TLS works as it should either way.
 */
import { fromUtf8, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import type { HttpRequest } from '../../net/http/message.ts';
import type { RandomSource } from '../../random/index.ts';
import { type Certificate, formatName } from '../../x509/index.ts';
import { makeTlsParties, type PartyKeys } from '../tls/parties.ts';
import { BANK, openBank, PASSWORD, USER } from './bank.ts';
import { BankTls, BEGUN } from './bank-tls.ts';
import { Browser, type Page } from './browser.ts';
import { type HopLesson, type HopScene, Hops } from './hops.ts';
import { BOB, openLine } from './line.ts';
import { answerForTheBank, openHackersHost } from './middle.ts';

export interface ProxyPlan {
  readonly random: RandomSource;
  readonly keys: PartyKeys;
  /** The proxy's CA, and the one key that it shows for every name. */
  readonly proxyKeys: PartyKeys;
  /** Whether Alice has the proxy's root among hers. */
  readonly installed: boolean;
}

export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256 of the whole. */
  readonly fingerprint: string;
}

export interface ProxyFacts {
  readonly installed: boolean;
  /** What was shown to Alice, whether or not she believed it; and what the bank has. */
  readonly shown: ShownCertificate;
  readonly bank: ShownCertificate;
  readonly alert: string | null;
  readonly passwordRead: string | null;
  readonly status: number | null;
  /** Requests of Alice's that the proxy read. */
  readonly requests: number;
}

/** Who the proxy's CA says it is. */
const PROXY_CA = 'CN=Proxy Root';

export function runProxy({
  random,
  keys,
  proxyKeys,
  installed,
}: ProxyPlan): HopScene & { facts: ProxyFacts } {
  const line = openLine({ random });
  const hops = new Hops(line);
  const tls = new BankTls(keys, random.substream('tls'));
  const bank = openBank(random, { secure: true });
  hops.serve({
    host: line.bob,
    as: 'bank',
    port: 443,
    tls: () => tls.server(),
    answer: (request, reply) => reply(bank(request, hops.now)),
  });

  const forged = makeTlsParties(proxyKeys, random.substream('forged'), BEGUN, BANK, PROXY_CA);
  const read: HttpRequest[] = [];
  const own = openHackersHost(line, random);
  hops.serve({
    host: answerForTheBank(line, random, [443]),
    as: 'hacker',
    port: 443,
    tls: () => tls.server(forged),
    answer: (request, reply) => {
      read.push(request);
      hops.ask({
        host: own,
        address: BOB.address,
        port: 443,
        tls: () => tls.client(),
        request,
        onAnswer: reply,
      });
    },
  });

  const anchors = [tls.parties.root, ...(installed ? [forged.root] : [])];
  const browser = new Browser({ hops, host: line.alice, tls: () => tls.client(anchors) });
  let page: Page | undefined;
  const form = { user: USER, password: PASSWORD };
  line.clock.at(0, () => hops.say('proxy.hello', {}));
  line.clock.at(0, () =>
    browser.open(new URL(`https://${BANK}/login`), (first) => {
      page = first;
      if (!first.response) return;
      browser.open(
        first.url,
        (last) => {
          page = last;
        },
        form,
      );
    }),
  );
  line.clock.run();

  const passwords = read.map(({ body }) => new URLSearchParams(fromUtf8(body)).get('password'));
  return {
    title: installed ? 'proxy.title.installed' : 'proxy.title.unknown',
    noted: line.noted,
    frames: line.frames,
    hops: hops.list,
    hacker: true,
    keyLog: tls.keyLog,
    facts: {
      installed,
      shown: described(forged.certificate),
      bank: described(tls.parties.certificate),
      alert: page?.failure?.alert ?? null,
      passwordRead: passwords.find((password) => password !== null) ?? null,
      status: page?.response?.status ?? null,
      requests: read.length,
    },
  };
}

/** With the root and without, or one of them alone. */
export function runProxyLesson(
  plan: Omit<ProxyPlan, 'installed'>,
  only?: 'installed' | 'unknown',
): HopLesson<Readonly<Partial<Record<'installed' | 'unknown', ProxyFacts>>>> & {
  readonly certificates: Pick<ProxyFacts, 'shown' | 'bank'>;
} {
  const scene = (name: 'installed' | 'unknown') =>
    runProxy({ ...plan, random: plan.random.substream(name), installed: name === 'installed' });
  const scenes = only ? [scene(only)] : [scene('installed'), scene('unknown')];
  const facts = scenes.map((one) => one.facts);
  const [first] = facts;
  const asTold = facts.every(({ installed, passwordRead }) => installed === (passwordRead !== null));
  const one = first!.passwordRead === null ? 'unknown' : 'installed';
  return {
    name: 'https-proxy',
    scenes,
    facts: Object.fromEntries(facts.map((fact) => [fact.installed ? 'installed' : 'unknown', fact])),
    learned: !only && asTold ? 'proxy.learned.both' : `proxy.learned.${one}`,
    values: {
      password: first!.passwordRead ?? '',
      issuer: first!.shown.issuer,
      alert: facts.at(-1)!.alert ?? '',
    },
    certificates: { shown: first!.shown, bank: first!.bank },
  };
}

function described({ subject, issuer, der }: Certificate): ShownCertificate {
  return { subject: formatName(subject), issuer: formatName(issuer), fingerprint: toHex(sha256(der)) };
}
