/**
 * The end of a handshake, the same on both sides: keys, ChangeCipherSpec, Finished (RFC 5246, 7.1 and 7.4.9).
 */
import { equalConstantTime } from '../../bytes/index.ts';
import type { RandomSource } from '../../random/index.ts';
import type { Certificate, ChainVerdict } from '../../x509/index.ts';
import { TlsFault } from '../alert.ts';
import type { Connection, Direction } from '../machine.ts';
import { createProtection, type RecordProtection } from '../record/protection.ts';
import type { CipherSuite } from '../suites.ts';
import type { Transcript } from '../transcript.ts';
import type { Wire } from './handshaker.ts';
import {
  deriveExtendedMaster,
  deriveKeyBlock,
  deriveMaster,
  deriveVerifyData,
  type FinishedLabel,
  type MasterSecret,
  type PremasterSecret,
  type Randoms,
} from './key-schedule.ts';

/** What both sides know once the master secret is there. */
export interface Agreed extends Randoms {
  readonly suite: CipherSuite;
  readonly masterSecret: MasterSecret;
  readonly encryptThenMac: boolean;
  readonly resumed: boolean;
}

/** The master secret (8.1; RFC 7627, 4), once ClientKeyExchange is the last message of the transcript. */
export function agreeOnMaster(
  wire: Wire,
  settled: Omit<Agreed, 'masterSecret' | 'resumed'> & { readonly extendedMasterSecret: boolean },
  premasterSecret: PremasterSecret,
  transcript: Transcript,
): Agreed {
  const derived = settled.extendedMasterSecret
    ? deriveExtendedMaster(settled.suite, premasterSecret, transcript.digest())
    : deriveMaster(settled.suite, premasterSecret, settled);
  wire.observe({ what: 'master', ...derived });
  return { ...settled, masterSecret: derived.masterSecret, resumed: false };
}

/** How each direction is protected. */
export interface Protections {
  readonly client: RecordProtection;
  readonly server: RecordProtection;
}

export function deriveProtections(wire: Wire, agreed: Agreed, ivs: RandomSource): Protections {
  const { suite, masterSecret, encryptThenMac, clientRandom, serverRandom, resumed } = agreed;
  const keyBlock = deriveKeyBlock(suite, masterSecret, agreed);
  wire.observe({
    what: 'keys',
    suite,
    masterSecret,
    clientRandom,
    serverRandom,
    keyBlock,
    encryptThenMac,
    resumed,
  });
  return {
    client: createProtection(suite, keyBlock.client, encryptThenMac, ivs),
    server: createProtection(suite, keyBlock.server, encryptThenMac, ivs),
  };
}

/** ChangeCipherSpec and Finished. */
export function sendFinished(
  wire: Wire,
  agreed: Agreed,
  transcript: Transcript,
  { label, protection }: { readonly label: FinishedLabel; readonly protection: RecordProtection },
): void {
  wire.sendChangeCipherSpec(protection);
  const verifyData = expectedVerifyData(wire, agreed, transcript, { label, direction: 'sent' });
  transcript.add(wire.send({ type: 'finished', verifyData }));
}

/** The peer's Finished: `decrypt_error` unless both have seen the same messages and have the same master secret. */
export function checkFinished(
  wire: Wire,
  agreed: Agreed,
  transcript: Transcript,
  {
    label,
    verifyData,
    bytes,
  }: { readonly label: FinishedLabel; readonly verifyData: Uint8Array; readonly bytes: Uint8Array },
): void {
  const expected = expectedVerifyData(wire, agreed, transcript, { label, direction: 'received' });
  if (!equalConstantTime(verifyData, expected)) {
    throw new TlsFault(
      'decrypt_error',
      'verify_data: expected that of the messages that we saw, got another; a message was changed on the way, or the master secrets differ',
    );
  }
  transcript.add(bytes);
}

function expectedVerifyData(
  wire: Wire,
  { suite, masterSecret }: Agreed,
  transcript: Transcript,
  { label, direction }: { readonly label: FinishedLabel; readonly direction: Direction },
): Uint8Array {
  const handshakeHash = transcript.digest();
  const verifyData = deriveVerifyData(suite, masterSecret, label, handshakeHash);
  wire.observe({ what: 'finished', direction, label, handshakeHash, verifyData });
  return verifyData;
}

/** What the hellos settled, as both sides keep it. */
type Settled = Omit<Agreed, 'masterSecret' | 'resumed'> &
  Pick<Connection, 'alpn' | 'extendedMasterSecret' | 'serverName'> & { readonly sessionId: Uint8Array };

/** What the caller is told once both have finished. The peer's certificates are the server's, or none. */
export function establishedConnection(
  settled: Settled,
  { masterSecret, resumed }: Agreed,
  {
    certificates,
    verdict,
  }: { readonly certificates: readonly Certificate[]; readonly verdict?: ChainVerdict | undefined },
): Connection {
  const { suite, extendedMasterSecret, encryptThenMac, serverName, alpn, sessionId } = settled;
  const peerCertificates = certificates;
  return {
    suite,
    clientRandom: settled.clientRandom,
    serverRandom: settled.serverRandom,
    resumed,
    extendedMasterSecret,
    encryptThenMac,
    serverName,
    alpn,
    peerCertificates,
    verdict,
    session: { id: sessionId, suite, masterSecret, extendedMasterSecret, serverName, peerCertificates },
  };
}
