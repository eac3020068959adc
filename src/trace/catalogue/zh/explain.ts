/** Words of the explanations, step by step. */
export const explain = {};
