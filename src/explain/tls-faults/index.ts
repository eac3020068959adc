/** Handshakes with exactly one thing wrong, and who notices. */
export {
  runTlsFault,
  TLS_FAULT_NAMES,
  type TlsFaultName,
  type TlsFaultOptions,
  type TlsFaultRun,
  tlsFaultFacts,
} from './run-fault.ts';
