/** Alice, who signs, Bob and Carol, who receive, and who vouches for them. */
import { certify, INTERMEDIATE, type Person, person, ROOT } from '../x509/authority.ts';

export const ALICE = person('CN=Alice,O=Crypto Primer');
export const BOB = person('CN=Bob,O=Crypto Primer');
export const CAROL = person('CN=Carol,O=Crypto Primer');
export const EVE = person('CN=Eve');

export interface Known extends Person {
  readonly certificate: ReturnType<typeof certify>;
}

export const root = certify(ROOT, ROOT);
export const intermediate = certify(INTERMEDIATE, ROOT, { profile: 'ca', pathLength: 0, by: root });

const known = (who: Person): Known => ({
  ...who,
  certificate: certify(who, INTERMEDIATE, { by: intermediate, without: ['extKeyUsage'] }),
});

export const alice = known(ALICE);
export const bob = known(BOB);
export const carol = known(CAROL);
/** Her own authority, whom nobody trusts. */
export const eve: Known = {
  ...EVE,
  certificate: certify(EVE, EVE, { profile: 'server', without: ['extKeyUsage'] }),
};
