/**
 * Names of what clients of today offer and nobody here speaks: suites and extensions after the IANA registries, and the values
 * that mean nothing, which browsers mix in so that servers get used to them (GREASE, RFC 8701).
 */
import { extensionNamed, suiteOfId } from '../../tls/index.ts';

/** By its number: the registry's name, where it is one that clients of today offer. */
export function suiteText(id: number): string {
  return (
    suiteOfId(id)?.name ??
    SUITE_NAMES[id] ??
    (isGrease(id) ? 'GREASE' : `0x${id.toString(16).padStart(4, '0')}`)
  );
}

export function extensionText(type: number): string {
  return extensionNamed(type) ?? EXTENSION_NAMES[type] ?? (isGrease(type) ? 'GREASE' : `${type}`);
}

/** Numbers among suites that are none: GREASE, and the two that signal something. */
export function meansNothing(suite: number): boolean {
  return isGrease(suite) || /_SCSV$/.test(suiteText(suite));
}

/** Theirs begin with 0x13, and say nothing of a key exchange (RFC 8446, B.4). */
export function isOfTls13(suite: number): boolean {
  return suite >> 8 === 0x13;
}

/** 0x0a0a, 0x1a1a and so on up to 0xfafa. */
function isGrease(number: number): boolean {
  return (number & 0x0f0f) === 0x0a0a && number >> 8 === (number & 0xff);
}

const SUITE_NAMES: Readonly<Record<number, string>> = {
  22: 'TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA',
  51: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA',
  57: 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
  103: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256',
  107: 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256',
  158: 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  159: 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
  255: 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV',
  4865: 'TLS_AES_128_GCM_SHA256',
  4866: 'TLS_AES_256_GCM_SHA384',
  4867: 'TLS_CHACHA20_POLY1305_SHA256',
  22016: 'TLS_FALLBACK_SCSV',
  49161: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  49162: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  49171: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  49172: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  49187: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
  49188: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
  49191: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
  49192: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
  49195: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  49196: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  49199: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  49200: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  52392: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  52393: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  52394: 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
};

const EXTENSION_NAMES: Readonly<Record<number, string>> = {
  1: 'max_fragment_length',
  5: 'status_request',
  11: 'ec_point_formats',
  17: 'status_request_v2',
  18: 'signed_certificate_timestamp',
  21: 'padding',
  27: 'compress_certificate',
  28: 'record_size_limit',
  34: 'delegated_credential',
  35: 'session_ticket',
  41: 'pre_shared_key',
  42: 'early_data',
  43: 'supported_versions',
  44: 'cookie',
  45: 'psk_key_exchange_modes',
  49: 'post_handshake_auth',
  50: 'signature_algorithms_cert',
  51: 'key_share',
  13172: 'next_protocol_negotiation',
  65037: 'encrypted_client_hello',
};
