/** The numbers that reader and writer of pcapng share (draft-ietf-opsawg-pcapng, 4). */

/** Block types; a section's reads the same in either byte order. */
export const SECTION = 0x0a0d0d0a;
export const INTERFACE = 1;
/** Of files from before 2010: as an enhanced packet, but for the width of its first number. */
export const OBSOLETE_PACKET = 2;
export const SIMPLE_PACKET = 3;
export const ENHANCED_PACKET = 6;
export const SECRETS = 10;

/** In a section's header, in the byte order of the section. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Option if_tsresol of an interface: the unit of its time stamps. */
export const TIME_RESOLUTION = 9;
/** The type of secrets that are a TLS key log: "TLSK". */
export const TLS_KEY_LOG = 0x544c534b;
