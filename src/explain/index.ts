/**
 * The standards written out step by step, each computation as a Trace.
 *
 * A step is named after what the standard calls its value, which is `values.value`; `docs/trace-steps.md` lists all
 * names of each algorithm.
 */
export { explainAes, explainAesDecrypt } from './aes.ts';
export { explainCertificateChain } from './certificate.ts';
export { explainDes, explainDesDecrypt } from './des.ts';
export { EXPLAINED_HASHES } from './hashes.ts';
export { explainHmac } from './hmac.ts';
export { explainMd5 } from './md5.ts';
export { explainOpen, explainSeal, type SealedParts } from './message.ts';
export { explainTls12Prf } from './prf.ts';
export { type ExplainOaepOptions, explainOaepEncrypt, explainPkcs1Encrypt } from './rsa-encrypt.ts';
export { type CandidatesTried, explainKeyGeneration } from './rsa-key-generation.ts';
export { explainModPow } from './rsa-mod-pow.ts';
export { type ExplainPssOptions, explainPkcs1Sign, explainPssSign } from './rsa-sign.ts';
export { explainTextbook, type TextbookNumbers } from './rsa-textbook.ts';
export { explainSha1 } from './sha1.ts';
export {
  explainSha224,
  explainSha256,
  explainSha384,
  explainSha512,
  explainSha512_224,
  explainSha512_256,
} from './sha2.ts';
export { EXPLAIN_LIMIT } from './step.ts';
export { explainTlsHandshake, makeTlsParties, runTlsConversation } from './tls/index.ts';
export {
  runTlsFault,
  TLS_FAULT_NAMES,
  type TlsFaultName,
  type TlsFaultOptions,
  type TlsFaultRun,
  tlsFaultFacts,
} from './tls-faults/index.ts';
