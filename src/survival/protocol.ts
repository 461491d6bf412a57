import type { GroupProtocol, Protocol } from './model.js';

/** How those agree who stand together: of clusters that follow one another, those of one cluster. */
export function groupProtocol(protocol: Protocol): GroupProtocol {
  return protocol.kind === 'clusters' ? protocol.within : protocol;
}
