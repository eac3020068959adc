/**
 * A cookie value that only its server can have made: `value.signature` with HMAC-SHA256 (RFC 2104).
 *
 * "Signed" is what web servers call it; it is a MAC. It stops changes, and hides nothing, and a copy is as good as the original.
 */
import { equalConstantTime, fromBase64, toBase64, utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { hmac } from '../../mac/index.ts';

export function signCookieValue(value: string, key: Uint8Array): string {
  return `${value}.${toBase64(hmac(sha256, key, utf8(value))).replace(/=+$/, '')}`;
}

/** The value, or undefined where the signature does not fit; compared in constant time. */
export function verifyCookieValue(signed: string, key: Uint8Array): string | undefined {
  const dot = signed.lastIndexOf('.');
  const value = signed.slice(0, Math.max(dot, 0));
  const signature = signed.slice(dot + 1);
  if (dot < 0 || !/^[A-Za-z0-9+/]{43}$/.test(signature)) return undefined;
  let given: Uint8Array;
  try {
    given = fromBase64(`${signature}=`);
  } catch {
    return undefined;
  }
  return equalConstantTime(given, hmac(sha256, key, utf8(value))) ? value : undefined;
}
