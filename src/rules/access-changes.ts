import type { Field } from '../manifests/index.js';

/** Whether an address that a load balancer is asked for is one of the inside, by the annotations of its Service. */
export function isInternal(annotations: Field): boolean {
  return annotations.entries().some(([name, { text = '' }]) => {
    if (name.endsWith('/aws-load-balancer-scheme')) return text === 'internal';
    if (name.endsWith('/load-balancer-type')) return text.toLowerCase() === 'internal';
    if (/\/(?:azure|openstack|aws)-(?:load-balancer-)?internal(?:-load-balancer)?$/.test(name))
      return text === 'true';
    return false;
  });
}

/** What a Service lets in. */
export interface Opening {
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /** Empty for everybody who reaches the address. */
  readonly ranges: readonly string[];
  readonly internal: boolean;
}

/** What a Service lets in, by the part of an object that says so. */
export function openingOf(spec: Field, annotations: Field): Opening {
  const { text } = spec.at('type');
  return {
    type: text === 'LoadBalancer' || text === 'NodePort' ? text : 'ClusterIP',
    ranges: spec
      .at('loadBalancerSourceRanges')
      .items()
      .flatMap((range) => range.text ?? []),
    internal: isInternal(annotations),
  };
}

/** What becomes wider between two openings, in a clause for each. */
export function widened(before: Opening, after: Opening): string[] {
  if (after.type === 'ClusterIP') return [];
  const found: string[] = [];
  if (before.type !== after.type)
    found.push(
      after.type === 'NodePort'
        ? 'every node answers for it'
        : `it gets an address of a load balancer${after.internal ? ', of the inside' : ''}`,
    );
  else if (before.internal && !after.internal) found.push('its address is no longer one of the inside');
  if (after.type !== 'LoadBalancer') return found;
  if (after.ranges.length === 0) {
    if (before.type !== 'LoadBalancer' || before.ranges.length > 0)
      found.push('it names no networks, and lets everybody in');
    return found;
  }
  const known =
    before.type === 'LoadBalancer' && before.ranges.length === 0 ? undefined : new Set(before.ranges);
  const added = known === undefined ? [] : after.ranges.filter((range) => !known.has(range));
  if (added.length > 0) found.push(`it lets ${added.join(', ')} in`);
  return found;
}
