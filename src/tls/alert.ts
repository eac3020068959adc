/**
 * Alerts: how one side tells the other that something ends, or is wrong (RFC 5246, 7.2).
 *
 * An alert says little on purpose. What more it said about a MAC or a padding, an attacker could use.
 */
import { CryptoError } from '../errors.ts';

/** The descriptions and their numbers: RFC 5246, A.3, and those that RFC 4279, 6066, 7301, 7507 and 8446 add. */
export const ALERTS = {
  close_notify: 0,
  unexpected_message: 10,
  bad_record_mac: 20,
  decryption_failed_RESERVED: 21,
  record_overflow: 22,
  decompression_failure: 30,
  handshake_failure: 40,
  no_certificate_RESERVED: 41,
  bad_certificate: 42,
  unsupported_certificate: 43,
  certificate_revoked: 44,
  certificate_expired: 45,
  certificate_unknown: 46,
  illegal_parameter: 47,
  unknown_ca: 48,
  access_denied: 49,
  decode_error: 50,
  decrypt_error: 51,
  export_restriction_RESERVED: 60,
  protocol_version: 70,
  insufficient_security: 71,
  internal_error: 80,
  inappropriate_fallback: 86,
  user_canceled: 90,
  no_renegotiation: 100,
  unsupported_extension: 110,
  unrecognized_name: 112,
  bad_certificate_status_response: 113,
  unknown_psk_identity: 115,
  certificate_required: 116,
  no_application_protocol: 120,
} as const;

export type AlertDescription = keyof typeof ALERTS;
export type AlertLevel = 'warning' | 'fatal';

const NAMES = new Map<number, AlertDescription>(
  Object.entries(ALERTS).map(([name, number]) => [number, name as AlertDescription]),
);

/** What a number stands for; undefined for one that no standard named here gives. */
export function alertNamed(number: number): AlertDescription | undefined {
  return NAMES.get(number);
}

/** The two bytes of an alert (7.2). */
export function encodeAlert(level: AlertLevel, description: AlertDescription): Uint8Array {
  return Uint8Array.of(level === 'fatal' ? 2 : 1, ALERTS[description]);
}

/**
 * Something that the peer did, and the alert it earns. Machines throw it inside and give it out as an event: judging a peer
 * throws nothing at the caller.
 */
export class TlsFault extends CryptoError {
  readonly alert: AlertDescription;

  constructor(alert: AlertDescription, message: string) {
    super('check-failed', message);
    this.name = 'TlsFault';
    this.alert = alert;
  }
}
