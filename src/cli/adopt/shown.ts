import type { ComparedObject, Difference } from '../../adopt/index.js';
import { withoutUserInfo } from '../../diagnostics/index.js';
import { printableLine } from '../../report/printable.js';

/** How an object is called: `MariaDB demo/mariadb`. */
export function objectName({ kind, namespace, name }: ComparedObject): string {
  return printableLine(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

/** Longest value that a report prints. */
const longest = 60;

/** What stands at a place, as far as it may be shown: no password, and nothing long. */
export function shownValue(difference: Difference, side: 'before' | 'after'): string {
  const value = difference[side];
  if (value === undefined) return 'nothing';
  if (isSecret(difference.path) && (typeof value === 'string' || typeof value === 'number')) return '***';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = printableLine(withoutUserInfo(text));
  return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}

/** What a machine gets of a value. */
export function machineValue(difference: Difference, side: 'before' | 'after'): unknown {
  const value = difference[side];
  if (typeof value === 'string' || typeof value === 'number')
    return isSecret(difference.path) ? '***' : typeof value === 'string' ? withoutUserInfo(value) : value;
  return isSecret(difference.path) && value !== undefined && !/(?:Ref|Secret)\b/.test(difference.path)
    ? '***'
    : value;
}

/** Places whose value may be a password: names of secrets and of their keys are none. */
function isSecret(path: string): boolean {
  const [, last = path] = /([^.[\]]+)\]?$/.exec(path) ?? [];
  const before = path.slice(0, path.length - last.length);
  if (/(?:SecretKeyRef|SecretRef|secretKeyRef|Secret)\.?$/.test(before)) return false;
  if (/(?:secretName|SecretName|authSecret|imagePullSecrets)$/.test(last)) return false;
  if (/\benv\[[^\]]*(?:pass|secret|token|key|auth|cred)[^\]]*\]\.value$/i.test(path)) return true;
  return /pass(?:word|phrase|wd)|sst[-_]auth|token|secret|credential|private|api[-_]?key|conninfo/i.test(
    last,
  );
}
