/**
 * X.509 (RFC 5280): names, extensions, certificates, certification requests and revocation lists, read and made.
 *
 * `parseCertificate` reads, `issueCertificate` makes, `verifyChain` judges.
 */
export { attributeName, attributeOid } from './attribute-types.ts';
export {
  type Certificate,
  parseCertificate,
  readCertificate,
  type Signed,
  type Validity,
} from './certificate.ts';
export { emailFinding, hostFinding, parseHost } from './chain/host.ts';
export { PURPOSES, type Purpose } from './chain/purpose.ts';
export type { RevocationCheck } from './chain/revocation.ts';
export type {
  ChainFinding,
  ChainReason,
  ChainRefusal,
  ChainRemark,
  ChainSuccess,
  ChainVerdict,
  ProfileRule,
} from './chain/verdict.ts';
export { type ChainOptions, verifyChain } from './chain/verify-chain.ts';
export { comparableName, isBelow, sameName } from './compare-names.ts';
export { type CertificateList, parseCrl, type RevokedCertificate } from './crl.ts';
export { ACCESS_METHODS, type AccessDescription } from './extensions/authority-info-access.ts';
export { CPS, type PolicyInformation } from './extensions/certificate-policies.ts';
export type { DistributionPoint, DistributionPointName } from './extensions/crl-distribution-points.ts';
export { CRL_REASONS, type CrlReason } from './extensions/crl-entry.ts';
export { KEY_PURPOSES, purposeName } from './extensions/ext-key-usage.ts';
export {
  type Extension,
  type ExtensionKind,
  findExtension,
  makeExtension,
  makeUnknownExtension,
} from './extensions/extension.ts';
export { KEY_USAGES, type KeyUsageName } from './extensions/key-usage.ts';
export { EXTENSION_IDS, type ExtensionValue } from './extensions/registry.ts';
export {
  FAULT_BITS,
  FAULT_NAMES,
  type Fault,
  type FaultName,
  type FaultOptions,
  faultFacts,
  makeFault,
} from './faults/make-fault.ts';
export { parseCertificates, parseCrls, parseRequestFile } from './file.ts';
export { formatGeneralName, type GeneralName, type GeneralNameKind } from './general-name.ts';
export { formatIp, parseIp } from './ip-address.ts';
export {
  type CertificateContents,
  type CrlContents,
  issueCertificate,
  issueCrl,
  makeRequest,
  type RequestContents,
  type Revocation,
  type SigningOptions,
} from './issue.ts';
export { keyIdentifier } from './key-identifier.ts';
export { type Attribute, attributeValues, encodeName, type Name, type Rdn, readName } from './name.ts';
export { formatName, parseName } from './name-text.ts';
export { type Profile, type ProfileOptions, profileExtensions } from './profile.ts';
export { type CertificationRequest, parseRequest, type RequestAttribute } from './request.ts';
export { parseSctList, SCT_LIST, type SignedTimestamp } from './sct-list.ts';
export type { SignatureAlgorithm } from './signature-algorithm.ts';
export { type SignatureVerdict, verifySignature, weakHashOf } from './verify-signature.ts';
