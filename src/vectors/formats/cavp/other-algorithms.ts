/** Names of what NIST and others publish in this form, and this toolkit does not have: for the reason why it is skipped. */

/** What says so in comments or, where they say nothing, in the file's path; the first that fits. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/SP ?800-108|KBKDF/i, 'KBKDF (SP 800-108)'],
  [/X9\.63|ansx963/i, 'ANSI X9.63 KDF'],
  [/\bscrypt\b/i, 'scrypt'],
  [/DRBG/i, 'DRBG'],
  [/CMAC/i, 'CMAC'],
  [/\bCCM\b/i, 'AES-CCM'],
  [/\bXTS/i, 'AES-XTS'],
  [/GCM-?SIV/i, 'AES-GCM-SIV'],
  [/\bSIV\b/i, 'AES-SIV'],
  [/\bOCB\d?\b/i, 'AES-OCB'],
  [/\bTKW/i, 'TKW (SP 800-38F)'],
  [/\bKWP\b|\bkwp[_-]|KWP_/i, 'AES-KWP (SP 800-38F)'],
  [/\bKW-A[DE]\b|\bKW_A[DE]|keywrap|SP ?800-38F/i, 'AES-KW (SP 800-38F)'],
  [/ChaCha20-?Poly1305/i, 'ChaCha20-Poly1305'],
  [/ChaCha20/i, 'ChaCha20'],
  [/Poly1305/i, 'Poly1305'],
  [/\bT?CBCI(?![A-Z0-9])/, 'TDES-CBCI'],
  [/\bT?OFBI(?![A-Z0-9])/, 'TDES-OFBI'],
  [/\bT?CFBP64/, 'TDES-CFBP64'],
  [/\bT?CFBP8/, 'TDES-CFBP8'],
  [/\bT?CFBP1/, 'TDES-CFBP1'],
  [/Blowfish/i, 'Blowfish'],
  [/\bCAST-?5/i, 'CAST5'],
  [/\bIDEA\b/, 'IDEA'],
  [/\bSEED (?:CBC|CFB|CTR|ECB|OFB|rfc)|\bSEED\b.*\bseed\b/, 'SEED'],
  [/\bSM4\b/i, 'SM4'],
  [/Camellia/i, 'Camellia'],
  [/\bARIA\b/, 'ARIA'],
  [/ECDSA/i, 'ECDSA'],
  [/\bECDH\b|KAS[-_ ]?ECC/i, 'ECDH'],
  [/\bEd25519\b/i, 'Ed25519'],
  [/\bEd448\b/i, 'Ed448'],
  [/\bX25519\b/i, 'X25519'],
  [/\bX448\b/i, 'X448'],
  [/\bDSA|dsa_values/i, 'DSA'],
  [/asymmetric DH\b|KAS[-_ ]?FFC/i, 'DH'],
  [/KeyGen ?RSA/i, 'RSA KeyGen'],
  [/\bHOTP\b/i, 'HOTP'],
  [/\bTOTP\b/i, 'TOTP'],
];

export function otherAlgorithm(about: string): string | undefined {
  return OTHERS.find(([says]) => says.test(about))?.[1];
}
