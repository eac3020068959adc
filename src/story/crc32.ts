/**
 * CRC-32, the checksum of Ethernet frames, zip files and PNG pictures (IEEE 802.3, 3.2.9).
 *
 * It catches noise: every burst of up to 32 bits. It takes no key, so it stops nobody.
 */

/** x^32 + x^26 + … + 1, the lowest power in the top bit. */
const POLYNOMIAL = 0xedb88320;

/** The checksum of `msg`: 4 bytes, big-endian. */
export function crc32(msg: Uint8Array): Uint8Array {
  let crc = -1;
  for (const byte of msg) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  }
  return Uint8Array.from([24, 16, 8, 0], (shift) => ~crc >>> shift);
}
