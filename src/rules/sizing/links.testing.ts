import { change, findingsOf, goodTopology } from '../testing.js';

/** Sizes of the database before, whose gcache bridges an absence of a write rate; `writeRate` stands at column 49 for `1h`. */
export function writes(writeRate: string, rideOut = '1h', more = ''): string {
  return `    resources: { memory: 2Gi, cpu: "2" }\n    sizing: { gcache: { rideOut: ${rideOut}, writeRate: ${writeRate} }${more} }\n`;
}

/** A link between the clusters of the good topology. */
export function link(bandwidth: string): string {
  return `links: [{ between: [fra, ams], rtt: 7ms, bandwidth: ${bandwidth} }]\n`;
}

/** The good topology with a ceiling at 19:25, which moves all that follows down by a line, and a volume. */
export function ceiling(bandwidth: string, size = '20Gi'): string {
  const limited = change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: ${bandwidth} }\n`,
  );
  return change(limited, 'size: 20Gi', `size: ${size}`);
}

/** The good topology with a volume. */
export function volume(size: string): string {
  return change(goodTopology, 'size: 20Gi', `size: ${size}`);
}

/** Findings about links and windows, whatever else is found. */
export function foundIn(text: string): string[] {
  return findingsOf(text).filter((each) => /sizing\/(?:link|transfer|window)-|ceiling-low/.test(each));
}
