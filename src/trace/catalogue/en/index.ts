/** All topics of this language. */
import { assignment } from './assignment.ts';
import { bench } from './bench.ts';
import { bundle } from './bundle.ts';
import { ca } from './ca.ts';
import { caFault } from './ca-fault.ts';
import { caFaultLessons } from './ca-fault-lessons.ts';
import { capture } from './capture.ts';
import { cert } from './cert.ts';
import { certVerdict } from './cert-verdict.ts';
import { classical } from './classical.ts';
import { cli } from './cli.ts';
import { cms } from './cms.ts';
import { dh } from './dh.ts';
import { exec } from './exec.ts';
import { explain } from './explain.ts';
import { explainCert } from './explain-cert.ts';
import { explainRsa } from './explain-rsa.ts';
import { grade } from './grade.ts';
import { hash } from './hash.ts';
import { image } from './image.ts';
import { modes } from './modes.ts';
import { myth } from './myth.ts';
import { mythCertificates } from './myth-certificates.ts';
import { mythNet } from './myth-net.ts';
import { mythTls } from './myth-tls.ts';
import { netFlow } from './net-flow.ts';
import { netHsts } from './net-hsts.ts';
import { netLadder } from './net-ladder.ts';
import { netProxy } from './net-proxy.ts';
import { netSession } from './net-session.ts';
import { netTcp } from './net-tcp.ts';
import { netWeb } from './net-web.ts';
import { netWebsocket } from './net-websocket.ts';
import { rsa } from './rsa.ts';
import { story } from './story.ts';
import { storyKeys } from './story-keys.ts';
import { storyNet } from './story-net.ts';
import { storyTls } from './story-tls.ts';
import { storyTrust } from './story-trust.ts';
import { tlsCli } from './tls-cli.ts';
import { tlsDemo } from './tls-demo.ts';
import { tlsStaged } from './tls-staged.ts';
import { vectorsCli } from './vectors-cli.ts';
import { vectorsMistakesCiphers } from './vectors-mistakes-ciphers.ts';
import { vectorsMistakesDerivation } from './vectors-mistakes-derivation.ts';
import { vectorsMistakesHashes } from './vectors-mistakes-hashes.ts';
import { vectorsMistakesModes } from './vectors-mistakes-modes.ts';
import { vectorsMistakesRsa } from './vectors-mistakes-rsa.ts';
import { vectorsSkip } from './vectors-skip.ts';
import { vectorsSteps } from './vectors-steps.ts';
import { vectorsWant } from './vectors-want.ts';

export const en = {
  ...assignment,
  ...cli,
  ...classical,
  ...modes,
  ...image,
  ...grade,
  ...hash,
  ...rsa,
  ...dh,
  ...capture,
  ...ca,
  ...caFault,
  ...caFaultLessons,
  ...cert,
  ...certVerdict,
  ...cms,
  ...explain,
  ...explainRsa,
  ...explainCert,
  ...myth,
  ...mythCertificates,
  ...mythTls,
  ...mythNet,
  ...bench,
  ...story,
  ...storyKeys,
  ...storyTrust,
  ...storyTls,
  ...storyNet,
  ...tlsCli,
  ...tlsDemo,
  ...netWeb,
  ...tlsStaged,
  ...vectorsSkip,
  ...vectorsCli,
  ...vectorsWant,
  ...vectorsMistakesCiphers,
  ...vectorsMistakesModes,
  ...vectorsMistakesHashes,
  ...vectorsMistakesDerivation,
  ...vectorsMistakesRsa,
  ...vectorsSteps,
  ...bundle,
  ...exec,
  ...netFlow,
  ...netHsts,
  ...netSession,
  ...netProxy,
  ...netWebsocket,
  ...netLadder,
  ...netTcp,
} as const;

/** What every language has: a text for each English key. */
export type Catalogue = { readonly [K in keyof typeof en]: string };
