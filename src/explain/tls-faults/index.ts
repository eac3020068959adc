/** Handshakes with exactly one thing wrong, and who notices. */
export {
  runTlsFault,
  TLS_FAULT_NAMES,
  type TlsFaultName,
  type TlsFaultOptions,
  type TlsFaultRun,
} from './run-fault.ts';
