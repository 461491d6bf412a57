import { manifestChangesOf } from './manifest-changes.testing.js';
import { change, changeFindingsOf, goodTopology } from './testing.js';

/** A third cluster, in four lines. */
export const par = `  - name: par
    distribution: k3s
    networkInterface: eth0
    kubesliceDNS: 10.43.0.102
`;

/** A fourth one. */
export const lon = par.replace('par', 'lon').replace('.102', '.103');

/** The good topology without its slice and databases. */
export const withoutSlice = `${goodTopology.slice(0, goodTopology.indexOf('slice:'))}databases: []\n`;

/** The good topology with its slice, and no database. */
export const withoutDatabases = `${goodTopology.slice(0, goodTopology.indexOf('databases:'))}databases: []\n`;

/** The good topology with more lines: about its first cluster (from line 12) and its second, further clusters, and about its slice. */
export function topologyWith(
  lines: { readonly fra?: string; readonly ams?: string; readonly more?: string; readonly slice?: string },
  base = goodTopology,
): string {
  const { fra = '', ams = '', more = '', slice = '' } = lines;
  const subnet = '  subnet: 10.7.0.0/16\n';
  const withSlice = change(base, subnet, `${subnet}${slice}`);
  const second = '    kubesliceDNS: 10.43.0.101\n';
  const withAms = change(withSlice, second, `${second}${ams}${more}`);
  const first = '    kubesliceDNS: 10.43.0.100\n';
  return change(withAms, first, `${first}${fra}`);
}

/** What one rule says of the change between two topologies, without its name: `error 7:16 message`. */
export function foundInChange(id: string, before: string, after: string): string[] {
  return changeFindingsOf(before, after).flatMap((finding) => {
    const [severity, rule, ...rest] = finding.split(' ');
    return rule === id ? `${severity} ${rest.join(' ')}` : [];
  });
}

/** What one rule says of the change between manifests of the hub: `error message`. */
export function foundInManifests(id: string, before: string, after: string): string[] {
  return manifestChangesOf(before, after).flatMap((each) =>
    each.id === id ? `${each.severity} ${each.message}` : [],
  );
}

/** A SliceConfig of fra and ams with other fields: `undefined` leaves one out. */
export function sliceManifest(
  fields: Readonly<Record<string, string | undefined>> = {},
  name = 'shop',
): string {
  const all = {
    sliceSubnet: '10.7.0.0/16',
    maxClusters: '4',
    sliceGatewayProvider: '{ sliceGatewayType: OpenVPN, sliceCaType: Local }',
    clusters: '[fra, ams]',
    standardQosProfileName: 'default',
    namespaceIsolationProfile: '{ applicationNamespaces: [] }',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([field, text]) =>
    text === undefined ? [] : `  ${field}: ${text}\n`,
  );
  return `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: ${name}, namespace: kubeslice-shop }
spec:
${lines.join('')}`;
}

/** The gateway provider of a SliceConfig with entries. */
export function gateways(entries: string): Readonly<Record<string, string>> {
  return {
    sliceGatewayProvider: `{ sliceGatewayType: OpenVPN, sliceCaType: Local, sliceGatewayServiceType: [${entries}] }`,
  };
}

/** An object in four lines. */
export function manifest(apiVersion: string, kind: string, metadata: string, spec: string): string {
  return `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`;
}
