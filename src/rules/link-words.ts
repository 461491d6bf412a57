import type { Narrow, ReplicaData } from '../plan/index.js';
import { type BitsPerSecond, bandwidthText, roughSizeText } from '../sizing/index.js';

/** `40Mbps`, and that writes go on where there are any. */
export function paceText({ written, replication }: Narrow): string {
  return replication > 0 ? `${written} beside the writes` : written;
}

/** `170Gi`, `up to 170Gi`. */
export function dataText({ size, said }: ReplicaData): string {
  return `${said ? '' : 'up to '}${roughSizeText(size)}`;
}

/** What to do about something narrow. */
export function widerText({ kind }: Narrow, bandwidth: BitsPerSecond): string {
  const enough = `${bandwidthText(bandwidth)} or more`;
  return kind === 'ceiling' ? `raise the ceiling to ${enough}` : `get a link of ${enough}`;
}
