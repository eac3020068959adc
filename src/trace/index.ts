/** Traces of a computation, and the catalogues their prose comes from. */
export {
  type Catalogue,
  catalogues,
  type Lang,
  type MessageKey,
  type MessageValues,
  message,
  messageOf,
  type ValuesArgument,
} from './catalogue/index.ts';
export type { Trace, TraceStep } from './trace.ts';
