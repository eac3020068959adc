/** Words of scenes 6 to 10: integrity and public keys. */
export const storyKeys = {};
