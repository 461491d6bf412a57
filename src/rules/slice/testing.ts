import { change, findingsOf, goodTopology, manifestFindingsOf } from '../testing.js';

const fields = {
  sliceSubnet: '10.7.0.0/16',
  maxClusters: '4',
  sliceGatewayProvider: '{ sliceGatewayType: Wireguard, sliceCaType: Local }',
  clusters: '[fra, ams]',
  standardQosProfileName: 'default',
};

/**
 * A SliceConfig in which every rule is content, with other fields: `undefined` leaves one out. Its fields begin at line 7:
 * sliceSubnet, maxClusters, sliceGatewayProvider, clusters, standardQosProfileName, then what is new.
 */
export function sliceConfig(
  changes: Readonly<Record<string, string | undefined>> = {},
  name = 'shop',
): string {
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([field, text]) =>
    text === undefined ? [] : `  ${field}: ${text}\n`,
  );
  return `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: ${name}
  namespace: kubeslice-shop
spec:
${lines.join('')}`;
}

/** Another object of the hub in four lines, its spec in the last. */
export function hubObject(kind: string, spec: string, name = 'fra', namespace = 'kubeslice-shop'): string {
  return objectOf(
    'controller.kubeslice.io/v1alpha1',
    kind,
    `{ name: ${name}, namespace: ${namespace} }`,
    spec,
  );
}

/** An object in four lines. */
export function objectOf(apiVersion: string, kind: string, metadata: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`;
}

/** The findings of one rule about manifests, without its name: `error 7:16 message`. */
export function foundBy(id: string, ...objects: readonly string[]): string[] {
  return withoutName(id, manifestFindingsOf(objects.join('---\n')));
}

/** The findings of one rule about a topology, notes too, without its name: `error 7:16 message`. */
export function foundIn(id: string, text: string): string[] {
  return withoutName(id, findingsOf(text, true));
}

function withoutName(id: string, findings: readonly string[]): string[] {
  return findings.flatMap((finding) => {
    const [severity, rule, ...rest] = finding.split(' ');
    return rule === id ? `${severity} ${rest.join(' ')}` : [];
  });
}

/** The good topology with more lines about its first cluster (from line 12), about its second (from 16), or about its slice (from 19). */
export function topologyWith(lines: {
  readonly fra?: string;
  readonly ams?: string;
  readonly slice?: string;
}): string {
  const { fra = '', ams = '', slice = '' } = lines;
  const withSlice = change(goodTopology, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n${slice}`);
  const withAms = change(withSlice, 'kubesliceDNS: 10.43.0.101\n', `kubesliceDNS: 10.43.0.101\n${ams}`);
  return change(withAms, 'kubesliceDNS: 10.43.0.100\n', `kubesliceDNS: 10.43.0.100\n${fra}`);
}
