/** Message authentication codes: who holds the key can tell whether a message was changed. */
export { hmac } from './hmac.ts';
