/** The myths: as commonly said, what is true, what contradicts, the better sentence. */
export const myth = {};
