/**
 * What a key file is before anybody looks inside: PEM, DER or JSON, told by how it begins, and which form the key has.
 */
import { type PemBlock, pemDecode } from '../asn1/index.ts';
import { excerpt, fromUtf8 } from '../bytes/index.ts';
import { CryptoError, type ErrorCode, expectBytes, orList } from '../errors.ts';
import { derForm, looksLikePkcs1Private } from './der-form.ts';
import { DER_FORMS, type DerForm, pemLabel } from './form.ts';

export type KeyKind = 'private' | 'public';

export type KeyContainer =
  | { readonly encoding: 'json'; readonly text: string }
  | { readonly encoding: 'der'; readonly form: DerForm; readonly der: Uint8Array }
  | {
      readonly encoding: 'pem';
      readonly form: DerForm;
      readonly der: Uint8Array;
      readonly headers: ReadonlyMap<string, string>;
    };

/** Bytes of a file with a key in it, and whatever else; more is none. */
const MAX_BYTES = 2 ** 20;

const FORMS: Readonly<Record<KeyKind, readonly DerForm[]>> = {
  private: DER_FORMS.filter((form) => kindOfForm(form) === 'private'),
  public: DER_FORMS.filter((form) => kindOfForm(form) === 'public'),
};

function kindOfForm(form: DerForm): KeyKind {
  return form === 'spki' || form === 'pkcs1-public' ? 'public' : 'private';
}

/** Opens `input`, which must hold a key of the kind that is `wanted`, or of either where none is. */
export function openContainer(input: Uint8Array | string, wanted?: KeyKind): KeyContainer {
  if (typeof input !== 'string') expectBytes('key file', input);
  if (input.length > MAX_BYTES) {
    throw new CryptoError('too-large', `key file: expected at most ${MAX_BYTES} bytes, got ${input.length}`);
  }
  const text = (typeof input === 'string' ? input : fromUtf8(input)).replace(/^\ufeff/, '');
  if (/^\s*\{/.test(text)) return { encoding: 'json', text };
  if (/^-----BEGIN /m.test(text)) return fromPem(pemDecode(text), wanted);
  if (typeof input === 'string' || input[0] !== 0x30) {
    throw new CryptoError(
      'bad-format',
      `key file: expected PEM, which has a line -----BEGIN …-----, or DER, or a JWK, got ${described(input)}`,
    );
  }
  const form = derForm(input);
  expectKind('key file', kindOfForm(form), wanted);
  return { encoding: 'der', form, der: input };
}

/** `bad-format` unless a key that was found is of the kind that is wanted. */
export function expectKind(name: string, found: KeyKind, wanted: KeyKind | undefined): void {
  if (wanted === undefined || wanted === found) return;
  throw new CryptoError('bad-format', `${name}: expected a ${wanted} key, got a ${found} one`);
}

/** The first block that is a key of the kind wanted: a file may hold certificates, or curve parameters, before it. */
function fromPem(blocks: readonly PemBlock[], wanted: KeyKind | undefined): KeyContainer {
  const forms = wanted === undefined ? DER_FORMS : FORMS[wanted];
  for (const { label, der, headers } of blocks) {
    const form = forms.find((candidate) => pemLabel(candidate) === label);
    if (form !== undefined) return { encoding: 'pem', form: formUnder(form, der), der, headers };
  }
  const labels = blocks.map(({ label }) => label);
  const foreign = labels.find((label) => Object.hasOwn(FOREIGN, label));
  const { code, hint } = FOREIGN[foreign ?? ''] ?? { code: 'bad-format', hint: '' };
  const got = labels.length > 0 ? labels.slice(0, 3).join(', ') : 'none';
  throw new CryptoError(code, `PEM: expected a block of ${orList(forms.map(pemLabel))}, got ${got}${hint}`);
}

/** Some programs put a PKCS#1 key under the label of PKCS#8 (Wycheproof's files have it): as OpenSSL does, it is read. */
function formUnder(form: DerForm, der: Uint8Array): DerForm {
  return form === 'pkcs8' && looksLikePkcs1Private(der) ? 'pkcs1-private' : form;
}

/** What to do about what is met often. */
const FOREIGN: Readonly<Record<string, { readonly code: ErrorCode; readonly hint: string }>> = {
  'OPENSSH PRIVATE KEY': {
    code: 'unsupported',
    hint: '; ssh-keygen -p -m PKCS8 -f FILE rewrites it, best on a copy',
  },
  'EC PRIVATE KEY': { code: 'unsupported', hint: '; only RSA keys are read' },
  'DSA PRIVATE KEY': { code: 'unsupported', hint: '; only RSA keys are read' },
  CERTIFICATE: { code: 'bad-format', hint: '; openssl x509 -noout -pubkey takes its public key out' },
};

function described(input: Uint8Array | string): string {
  if (input.length === 0) return 'an empty file';
  if (typeof input === 'string') return `the text ${excerpt(input)}`;
  const [first, second] = input;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'UTF-16 text; save it as UTF-8';
  }
  return 'something else';
}
