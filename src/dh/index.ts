/** Finite-field Diffie–Hellman in the groups of RFC 7919, in toy groups, and in any other. */
export {
  type DhKeyPair,
  dhKeyPair,
  dhPublic,
  dhShared,
  judgePublicValue,
  type PublicValueVerdict,
} from './exchange.ts';
export { customDhGroup, DH_GROUP_NAMES, type DhGroup, type DhGroupName, dhGroup } from './group.ts';
