/** nameConstraints (RFC 5280, 4.2.1.10): which names the certificates below a CA may be for. */
import {
  contextTag,
  type DerReader,
  derError,
  encodeImplicit,
  encodeSequence,
  readFilledSequenceOf,
  readSequence,
  readSmall,
} from '../../asn1/index.ts';
import { encodeGeneralName, type GeneralName, readGeneralName } from '../general-name.ts';

export interface NameConstraints {
  readonly kind: 'nameConstraints';
  /** The `base` of each subtree; names of a kind that occurs here must be in one of its kind. */
  readonly permittedSubtrees?: readonly GeneralName[];
  readonly excludedSubtrees?: readonly GeneralName[];
}

const CLAUSE = 'RFC 5280, 4.2.1.10';
const NAME = 'nameConstraints';

export function readNameConstraints(der: DerReader): NameConstraints {
  return readSequence(
    der,
    NAME,
    (inner) => {
      const at = inner.offset;
      const permittedSubtrees = readSubtrees(inner, 0, `${NAME} permittedSubtrees`);
      const excludedSubtrees = readSubtrees(inner, 1, `${NAME} excludedSubtrees`);
      if (!permittedSubtrees && !excludedSubtrees) {
        throw derError(NAME, 'permittedSubtrees or excludedSubtrees', at, 'neither');
      }
      return {
        kind: NAME,
        ...(permittedSubtrees && { permittedSubtrees }),
        ...(excludedSubtrees && { excludedSubtrees }),
      };
    },
    CLAUSE,
  );
}

function readSubtrees(der: DerReader, number: number, name: string): GeneralName[] | undefined {
  const tag = contextTag(number);
  if (der.peekTag() !== tag) return undefined;
  return readFilledSequenceOf(der, name, (inner) => readSubtree(inner, name), CLAUSE, tag);
}

/** minimum must be 0, and maximum absent: no other value was ever used (4.2.1.10). */
function readSubtree(der: DerReader, name: string): GeneralName {
  return readSequence(
    der,
    name,
    (inner) => {
      const base = readGeneralName(inner, name);
      const minimum = contextTag(0, false);
      if (inner.peekTag() === minimum) readSmall(inner, `${name} minimum`, 0, CLAUSE, minimum);
      return base;
    },
    CLAUSE,
  );
}

export function encodeNameConstraints({ permittedSubtrees, excludedSubtrees }: NameConstraints): Uint8Array {
  const subtrees = (bases: readonly GeneralName[]) =>
    encodeSequence(...bases.map((base) => encodeSequence(encodeGeneralName(base))));
  return encodeSequence(
    ...(permittedSubtrees ? [encodeImplicit(0, subtrees(permittedSubtrees))] : []),
    ...(excludedSubtrees ? [encodeImplicit(1, subtrees(excludedSubtrees))] : []),
  );
}
