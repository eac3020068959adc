/**
 * What a key file is before anybody looks inside: PEM, DER or JSON, told by how it begins, and which form the key has.
 */
import { type PemBlock, pemDecode } from '../asn1/index.ts';
import { excerpt, fromUtf8 } from '../bytes/index.ts';
import { CryptoError, type ErrorCode, expectBytes, orList } from '../errors.ts';
import { derForm, formInside } from './der-form.ts';
import { DER_FORMS, type DerForm, pemLabel } from './form.ts';

export type KeyKind = 'private' | 'public';

export type KeyContainer =
  | { readonly encoding: 'json'; readonly text: string }
  | { readonly encoding: 'der'; readonly form: DerForm; readonly der: Uint8Array }
  | PemContainer;

interface PemContainer {
  readonly encoding: 'pem';
  readonly form: DerForm;
  readonly der: Uint8Array;
  readonly headers: ReadonlyMap<string, string>;
}

/** Bytes of a file with a key in it, and whatever else; more is none. */
const MAX_BYTES = 2 ** 20;

const FORMS: Readonly<Record<KeyKind, readonly DerForm[]>> = {
  private: DER_FORMS.filter((form) => kindOfForm(form) === 'private'),
  public: DER_FORMS.filter((form) => kindOfForm(form) === 'public'),
};

function kindOfForm(form: DerForm): KeyKind {
  return form === 'spki' || form === 'pkcs1-public' ? 'public' : 'private';
}

export interface KindChoice {
  /** The only kind that will do; either without it. */
  readonly wanted?: KeyKind | undefined;
  /** Which of several is taken. */
  readonly prefer?: KeyKind | undefined;
}

/** Opens `input`, which must hold a key of the kind that is `wanted`. */
export function openContainer(input: Uint8Array | string, { wanted, prefer }: KindChoice = {}): KeyContainer {
  if (typeof input !== 'string') expectBytes('key file', input);
  if (input.length > MAX_BYTES) {
    throw new CryptoError('too-large', `key file: expected at most ${MAX_BYTES} bytes, got ${input.length}`);
  }
  const text = (typeof input === 'string' ? input : fromUtf8(input)).replace(/^\ufeff/, '');
  if (/^\s*\{/.test(text)) return { encoding: 'json', text };
  if (/^-----BEGIN /m.test(text)) return fromPem(pemDecode(text), { wanted, prefer });
  if (typeof input === 'string' || input[0] !== 0x30) {
    throw new CryptoError(
      'bad-format',
      `key file: expected PEM, which has a line -----BEGIN …-----, or DER, or a JWK, got ${described(input, text)}`,
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

/** The first block that is a key of the kind wanted, or preferred: a file may hold certificates, or curve parameters, before it. */
function fromPem(blocks: readonly PemBlock[], { wanted, prefer }: KindChoice): KeyContainer {
  const forms = wanted === undefined ? DER_FORMS : FORMS[wanted];
  const keys = blocks.flatMap(({ label, der, headers }) => {
    const form = forms.find((candidate) => pemLabel(candidate) === label);
    return form === undefined ? [] : [{ form, der, headers }];
  });
  const found = keys.find(({ form }) => kindOfForm(form) === prefer) ?? keys[0];
  if (found) return { ...found, encoding: 'pem', form: formUnder(found) };
  const labels = blocks.map(({ label }) => label);
  const foreign = labels.find((label) => Object.hasOwn(FOREIGN, label));
  const { code, hint } = FOREIGN[foreign ?? ''] ?? { code: 'bad-format', hint: '' };
  const got = labels.length > 0 ? labels.slice(0, 3).join(', ') : 'none';
  throw new CryptoError(code, `PEM: expected a block of ${orList(forms.map(pemLabel))}, got ${got}${hint}`);
}

/** Some programs put a PKCS#1 key under the label of PKCS#8 (Wycheproof's files have it): as OpenSSL does, it is read. */
function formUnder({ form, der, headers }: Pick<PemContainer, 'form' | 'der' | 'headers'>): DerForm {
  // Headers are those of an encrypted block.
  const inside = headers.size === 0 ? formInside(der) : undefined;
  if (inside === undefined || inside === form) return form;
  if (form === 'pkcs8' && inside === 'pkcs1-private') return inside;
  throw new CryptoError(
    'bad-format',
    `PEM: expected ${FORM_NAMES[form]} under ${pemLabel(form)}, got what looks like ${FORM_NAMES[inside]}, whose label is ${pemLabel(inside)}`,
  );
}

const FORM_NAMES: Readonly<Record<DerForm, string>> = {
  pkcs8: 'a PKCS#8 key',
  'encrypted-pkcs8': 'an encrypted PKCS#8 key',
  'pkcs1-private': 'a PKCS#1 private key',
  spki: 'an SPKI key',
  'pkcs1-public': 'a PKCS#1 public key',
};

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

function described(input: Uint8Array | string, text: string): string {
  if (input.length === 0) return 'an empty file';
  if (/^(ssh|ecdsa)-\S+ AAAA/.test(text)) {
    return 'an OpenSSH public key; ssh-keygen -e -m PKCS8 -f FILE rewrites it';
  }
  if (typeof input === 'string') return `the text ${excerpt(input)}`;
  const [first, second] = input;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'UTF-16 text; save it as UTF-8';
  }
  return 'something else';
}
