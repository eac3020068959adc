/**
 * crypto-primer has one entry per folder; import what you need from there:
 *
 *     import { aes } from 'crypto-primer/block';
 *     import { cbcEncrypt } from 'crypto-primer/modes';
 *
 * This root only shares the error class and its codes.
 */
export { CryptoError, type ErrorCode } from './errors.ts';
