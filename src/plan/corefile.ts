/** The zone that KubeSlice serves. */
export const sliceZone = 'slice.local';

/** A CoreDNS server block that sends slice.local to kubeslice-dns. Ends with a line break. */
export function serverBlock(address: string): string {
  return `${sliceZone}:53 {\n    errors\n    cache 30\n    forward . ${address}\n}\n`;
}

/** A Corefile with the server block in front. CoreDNS refuses a zone that stands twice, so it must not be there yet. */
export function addServerBlock(corefile: string, address: string): string {
  return serverBlock(address) + corefile.replace(/\r\n/g, '\n').replace(/\n*$/, '\n');
}

/** Whether a Corefile answers for every zone: an empty or broken one would take the cluster's DNS down. */
export function hasDefaultServer(corefile: string): boolean {
  return /(?:^|\s)(?:dns:\/\/)?\.(?::\d+)?(?=[\s,{])[^{\n]*\{/m.test(corefile.replace(/^\s*#.*$/gm, ''));
}

/**
 * Where a Corefile already sends slice.local; undefined when it has no server block for the zone, an empty text when the
 * block forwards nowhere that could be read.
 */
export function forwardedTo(corefile: string): string | undefined {
  const withoutComments = corefile.replace(/^\s*#.*$/gm, '');
  const head = /(?:^|[\s,])(?:dns:\/\/)?slice\.local\.?(?::\d+)?(?=[\s,{])[^{\n]*\{/m.exec(withoutComments);
  if (!head) return undefined;
  const body = withoutComments.slice(head.index + head[0].length);
  return (
    /\bforward\s+\S+\s+([^\s{}]+)/
      .exec(body)?.[1]
      ?.replace(/^dns:\/\//, '')
      .replace(/:53$/, '') ?? ''
  );
}
