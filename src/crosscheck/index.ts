/** Checks what is written from scratch against independent implementations, on random inputs, and times both. */
export type { Disagreement } from './compare.ts';
export { type Costs, MESSAGE_LENGTH, measureCosts, type Sending, type Times } from './costs.ts';
export type { Implementation, Inputs, Operation, Reference } from './operation.ts';
export { operation } from './operation.ts';
export { operations, selectOperations } from './operations.ts';
export {
  type CrosscheckOptions,
  type CrosscheckResult,
  checkOperation,
  isAgreed,
  runCrosscheck,
} from './run.ts';
export { type Clock, ROUNDS } from './speed.ts';
