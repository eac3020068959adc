/** `crypto rsa …`: keys, encryption and signatures. Each verb has a file of its own. */
import type { Register } from '../register.ts';
import { registerCheck } from './rsa/check.ts';
import { registerConvert } from './rsa/convert.ts';
import { registerDecrypt } from './rsa/decrypt.ts';
import { registerEncrypt } from './rsa/encrypt.ts';
import { registerFactor } from './rsa/factor.ts';
import { registerInspect } from './rsa/inspect.ts';
import { registerKeygen } from './rsa/keygen.ts';
import { registerSign } from './rsa/sign.ts';
import { registerTextbook } from './rsa/textbook.ts';
import { registerVerify } from './rsa/verify.ts';

export const register: Register = (noun, session) => {
  registerTextbook(noun, session);
  registerKeygen(noun, session);
  registerInspect(noun, session);
  registerCheck(noun, session);
  registerConvert(noun, session);
  registerEncrypt(noun, session);
  registerDecrypt(noun, session);
  registerSign(noun, session);
  registerVerify(noun, session);
  registerFactor(noun, session);
};
