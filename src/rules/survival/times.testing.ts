import { change, findingsOf, goodTopology } from '../testing.js';

/** A link between the clusters of the good topology, to be put at its end. */
export function far(rtt: string): string {
  return `links: [{ between: [fra, ams], rtt: ${rtt} }]\n`;
}

/** The database of the good topology with options of Galera's library, which stand at 33:32. */
export function timed(options: string, more = ''): string {
  return `${goodTopology}${more}    config:\n      wsrep_provider_options: "${options}"\n`;
}

/** The good topology with a Postgres, placed on clusters as given. */
export function postgres(placement: string, kubedb: string): string {
  const text = change(
    change(goodTopology, 'engine: mariadb', 'engine: postgres'),
    '"11.8.5"',
    '"17.9-bookworm"',
  );
  return `${change(text, '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n', placement)}    kubedb: ${kubedb}\n`;
}

/** Findings of the rules about times. */
export function found(text: string): string[] {
  return findingsOf(text).filter((each) => /survival\/(?:timers|commit-latency)/.test(each));
}
