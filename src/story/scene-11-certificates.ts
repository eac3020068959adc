/** Scene 11: a certificate binds a name to a key, as far as you trust the roots. A real chain, five tries, and revocation. */
import { equalConstantTime, fromHex, toHex, utf8 } from '../bytes/index.ts';
import { sha256 } from '../hash/index.ts';
import { encodeSpki, publicKeyOfPrivate } from '../keys/index.ts';
import {
  type Certificate,
  type CertificateList,
  type ChainVerdict,
  hostFinding,
  parseCertificate,
  verifyChain,
  verifySignature,
} from '../x509/index.ts';
import {
  asKey,
  becauseOf,
  certify,
  foundAuthority,
  issueOnProof,
  NOW,
  requestFor,
  revocationLists,
  type Statement,
  selfSigned,
  WEEK_BEFORE,
} from './authority.ts';
import { keyOf } from './rsa-keys.ts';
import { type Attack, type Keys, type Scene, step, type TryRow, traceOf, type World } from './scene.ts';
import { openEnvelope, sealEnvelope } from './scene-8-envelope.ts';

const LETTER = utf8('Dear Bob, my card is 4000 0012 3456 7899. Alice');
const NOTHING = new Uint8Array(0);

/** Whose server answers under a name. */
const SERVERS = { 'bob.example': 'bob', 'hacker.example': 'hacker' } as const;
type Host = keyof typeof SERVERS;
const HOST: Host = 'bob.example';

/** What somebody shows of himself: his own certificate first, a root last. */
type Shown = readonly [Certificate, ...Certificate[]];

/** How Alice meets it: whom she trusts, which lists she has, and whether she clicks warnings away. */
interface Meeting {
  readonly anchors?: readonly Certificate[];
  readonly crls?: readonly CertificateList[];
  readonly clicksOn?: boolean;
}

/** One try of the man in the middle. */
interface Try {
  readonly row: 'swapped' | 'ownCa' | 'otherName' | 'installed' | 'clicked';
  readonly attack: `trust${'Swap' | 'OwnCa' | 'OtherName' | 'Install' | 'Click'}`;
  readonly shown: Shown;
  readonly meeting?: Meeting;
  /** Why he reads, if he does. */
  readonly ifRead?: Keys<'because'>;
}

export function certificates({ random }: World): Scene {
  const draw = random.substream('scene11');
  const authority = foundAuthority(random);
  const { root, intermediate } = authority;
  const owners = { bob: keyOf(random, 'bob'), hacker: keyOf(random, 'hacker') };
  const hackersKey = asKey(owners.hacker);
  const serials = draw.substream('serials');
  const underCa = (leaf: Certificate): Shown => [leaf, intermediate, root];

  // Everybody publishes on his own server only. The CA looks under the name; who answers there, the network decides.
  const published: Record<keyof typeof owners, Uint8Array> = { bob: NOTHING, hacker: NOTHING };
  const tokens = draw.substream('tokens');
  const ask = (who: keyof typeof owners, host: Host, answers: keyof typeof owners = SERVERS[host]) => {
    const token = tokens.bytes(16);
    published[who] = token;
    const request = requestFor(host, asKey(owners[who]));
    return { token, issued: issueOnProof(authority, request, token, () => published[answers], serials) };
  };

  // Alice's software verifies what is shown to it; she writes to the key in the certificate, and both try to read.
  const letters = draw.substream('letters');
  const meet = (
    [leaf, ...others]: Shown,
    { anchors = [root], crls = [], clicksOn = false }: Meeting = {},
  ) => {
    const verdict = verifyChain(leaf, { anchors, intermediates: others, crls, host: HOST, at: NOW });
    const { publicKey } = leaf;
    const writes = (verdict.valid || clicksOn) && publicKey.algorithm === 'rsa';
    const sealed = writes ? sealEnvelope(publicKey.rsa, LETTER, letters) : undefined;
    const read = {
      bob: sealed && openEnvelope(owners.bob, sealed),
      hacker: sealed && openEnvelope(owners.hacker, sealed),
    };
    return { verdict, read, hackerReads: equalConstantTime(read.hacker ?? NOTHING, LETTER) };
  };

  const order = ask('bob', HOST);
  const genuine = order.issued ?? root;
  const atFirst = meet(underCa(genuine));

  // Between Alice and Bob.
  const hackersRoot = selfSigned('CN=Hacker Root CA', hackersKey, serials);
  const asBob: Statement = {
    subject: `CN=${HOST}`,
    names: [{ kind: 'dNSName', value: HOST }],
    publicKey: publicKeyOfPrivate(hackersKey),
    use: 'server',
  };
  const swapped = underCa(withKey(genuine, encodeSpki(asBob.publicKey)));
  const ownCa: Shown = [certify(hackersRoot, hackersKey, asBob, serials), hackersRoot];
  const refused = ask('hacker', HOST);
  const otherName = ask('hacker', 'hacker.example');
  const otherShown = underCa(otherName.issued ?? root);
  const tries: readonly Try[] = [
    { row: 'swapped', attack: 'trustSwap', shown: swapped },
    { row: 'ownCa', attack: 'trustOwnCa', shown: ownCa },
    { row: 'otherName', attack: 'trustOtherName', shown: otherShown },
    {
      row: 'installed',
      attack: 'trustInstall',
      shown: ownCa,
      meeting: { anchors: [root, hackersRoot] },
      ifRead: 'story.because.rootInstalled',
    },
    {
      row: 'clicked',
      attack: 'trustClick',
      shown: ownCa,
      meeting: { clicksOn: true },
      ifRead: 'story.because.clickedOn',
    },
  ];
  const tried = tries.map((each) => ({ ...each, ...meet(each.shown, each.meeting) }));
  const rows = tried.map(
    ({ row, shown, meeting, verdict, hackerReads }): TryRow => ({
      attempt: `story.try.${row}`,
      signaturesFit: shown.every((one, i) => verifySignature(one, (shown[i + 1] ?? one).publicKey).valid),
      rootKnown: (meeting?.anchors ?? [root]).includes(shown.at(-1)!),
      nameFits: hostFinding(shown[0], HOST) === undefined,
      accepted: verdict.valid,
      hackerReads,
    }),
  );

  // Between the CA and Bob; and with the key of the CA.
  const onPath = ask('hacker', HOST, 'hacker');
  const proved = meet(underCa(onPath.issued ?? root));
  const forged = underCa(certify(intermediate, authority.keys.daily, asBob, serials));
  const older = revocationLists(authority, WEEK_BEFORE, false);
  const newest = revocationLists(authority, NOW, true);
  const stolen = meet(forged);
  const withOlder = meet(forged, { crls: older });
  const withNewest = meet(forged, { crls: newest });
  const { verdict: bobs } = meet(underCa(genuine), { crls: newest });
  const bobFallsToo = !bobs.valid && bobs.reason === 'revoked';

  const steps = [
    step('ca.root', 'story.step.trust.root', { fingerprint: fingerprint(root) }),
    step('ca.intermediate', 'story.step.trust.intermediate', { fingerprint: fingerprint(intermediate) }),
    step('bob.ask', 'story.step.trust.ask'),
    step('ca.challenge', 'story.step.trust.challenge', { token: order.token }),
    step('ca.issue', order.issued ? 'story.step.trust.issue' : 'story.step.trust.refuse', {
      fingerprint: fingerprint(genuine),
    }),
    step('alice.verify', atFirst.verdict.valid ? 'story.step.trust.verify' : 'story.step.trust.warned', {
      ...(atFirst.verdict.valid && { certificates: atFirst.verdict.chain.length }),
      plaintext: atFirst.read.bob ?? NOTHING,
    }),
    step('hacker.ask', 'story.step.trust.hackerAsks', { token: refused.token }),
    step('ca.refuse', refused.issued ? 'story.step.trust.issue' : 'story.step.trust.refuse'),
    step('hacker.swap', 'story.step.trust.swap', { fingerprint: fingerprint(swapped[0]) }),
    step('hacker.own', 'story.step.trust.own'),
    step('hacker.other', 'story.step.trust.other'),
    step('hacker.install', 'story.step.trust.install', { fingerprint: fingerprint(hackersRoot) }),
    step('hacker.click', 'story.step.trust.click'),
    step('hacker.path', 'story.step.trust.path', { token: onPath.token }),
    step('hacker.steal', 'story.step.trust.steal', { plaintext: stolen.read.hacker ?? NOTHING }),
    step('ca.revoke', 'story.step.trust.revoke'),
    step('alice.list', bobFallsToo ? 'story.step.trust.listBoth' : 'story.step.trust.list'),
  ];
  return {
    number: 11,
    title: 'story.title.trust',
    trace: traceOf(11, steps, stolen.read.hacker ?? NOTHING),
    attacks: [
      ...tried.map((each) => attack(`story.attack.${each.attack}`, each, each.ifRead)),
      {
        attempt: 'story.attack.trustAsk',
        succeeded: refused.issued !== undefined,
        because: 'story.because.noProof',
      },
      attack('story.attack.trustPath', proved, 'story.because.pathHeld'),
      attack('story.attack.trustStolen', stolen, 'story.because.genuineSignature'),
      attack('story.attack.trustOldList', withOlder, 'story.because.listOlder'),
      attack('story.attack.trustNewList', withNewest),
    ],
    figures: [{ kind: 'tries', caption: 'story.figure.tries', rows }],
    pictures: [],
    learned: 'story.learned.trust',
    stillCan: 'story.still.trust',
  };
}

interface Tried {
  readonly verdict: ChainVerdict;
  readonly hackerReads: boolean;
}

/** It succeeds where the hacker reads her letter; where he does not, the verdict says why. */
function attack(
  attempt: Keys<'attack'>,
  { verdict, hackerReads }: Tried,
  ifRead: Keys<'because'> = 'story.because.chainRefused',
): Attack {
  const because = hackerReads || verdict.valid ? ifRead : becauseOf(verdict.reason);
  return { attempt, succeeded: hackerReads, because };
}

/** The same certificate with another key in it, of the same length; nobody signs it anew. */
function withKey({ der, spki }: Certificate, other: Uint8Array): Certificate {
  return parseCertificate(fromHex(toHex(der).replace(toHex(spki), toHex(other))));
}

/** The first eight bytes of a hash of the certificate. */
function fingerprint({ der }: Certificate): Uint8Array {
  return sha256(der).slice(0, 8);
}
