/** TLS 1.2 in the open: a conversation in memory, and what it was made of, as a trace. */
export { type Conversation, type Noted, runTlsConversation, type Said, type Side } from './conversation.ts';
export { fieldMeaning } from './field-meaning.ts';
export { explainTlsHandshake } from './handshake.ts';
export { makeTlsParties, type Parties, type PartyKeys } from './parties.ts';
