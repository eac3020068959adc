/** The name constraints of all CAs above a certificate, and whether its names keep them (RFC 5280, 6.1.3 (b) and (c)). */
import { EMAIL_ADDRESS } from '../attribute-types.ts';
import type { Certificate } from '../certificate.ts';
import { findExtension } from '../extensions/extension.ts';
import type { NameConstraints } from '../extensions/name-constraints.ts';
import { formatGeneralName, type GeneralName } from '../general-name.ts';
import { attributeValues } from '../name.ts';
import { inSubtree } from './subtree.ts';
import type { ChainFinding } from './verdict.ts';
import type { Work } from './work.ts';

export interface Constraint {
  readonly by: Certificate;
  readonly constraints: NameConstraints;
}

/** What `certificate` lays upon those below it. */
export function constraintsOf(certificate: Certificate): Constraint[] {
  const constraints = findExtension(certificate.extensions, 'nameConstraints');
  return constraints ? [{ by: certificate, constraints }] : [];
}

/** The first name of `certificate` that breaks one of the constraints. */
export function constraintFinding(
  certificate: Certificate,
  constraints: readonly Constraint[],
  work: Work,
): ChainFinding | undefined {
  if (constraints.length === 0) return undefined;
  const names = namesOf(certificate);
  const subtrees = constraints.reduce((sum, each) => sum + countOf(each.constraints), 0);
  if (!work.spend('comparisons', names.length * subtrees)) return { reason: 'too-much-work' };
  for (const constraint of constraints) {
    for (const name of names) {
      const finding = findingOf(name, constraint);
      if (finding) return finding;
    }
  }
  return undefined;
}

function findingOf(name: GeneralName, { by, constraints }: Constraint): ChainFinding | undefined {
  const { permittedSubtrees = [], excludedSubtrees = [] } = constraints;
  const shown = formatGeneralName(name);
  const ofKind = (bases: readonly GeneralName[]) => bases.filter(({ kind }) => kind === name.kind);
  const excluded = ofKind(excludedSubtrees);
  const permitted = ofKind(permittedSubtrees);
  const inExcluded = excluded.map((base) => inSubtree(name, base, true));
  const inPermitted = permitted.map((base) => inSubtree(name, base, false));
  if ([...inExcluded, ...inPermitted].includes('unsupported')) {
    return { reason: 'unsupported-constraint', name: shown, by };
  }
  if (inExcluded.includes(true)) {
    return { reason: 'name-excluded', name: shown, subtrees: excluded.map(formatGeneralName), by };
  }
  if (permitted.length > 0 && !inPermitted.includes(true)) {
    return { reason: 'name-not-permitted', name: shown, subtrees: permitted.map(formatGeneralName), by };
  }
  return undefined;
}

/** The subject where there is one, e-mail addresses in it, and the subjectAltName. */
function namesOf({ subject, extensions }: Certificate): GeneralName[] {
  return [
    ...(subject.length > 0 ? [{ kind: 'directoryName', name: subject } as const] : []),
    ...attributeValues(subject, EMAIL_ADDRESS).map((value) => ({ kind: 'rfc822Name', value }) as const),
    ...(findExtension(extensions, 'subjectAltName')?.names ?? []),
  ];
}

function countOf({ permittedSubtrees = [], excludedSubtrees = [] }: NameConstraints): number {
  return permittedSubtrees.length + excludedSubtrees.length;
}
