interface Complaints {
  readonly options: string[];
  readonly others: string[];
}
export function startOf(text: string): string[];
export function mariadbComplaints(text: string, names: Iterable<string>): Complaints;
export function postgresComplaints(text: string, names: Iterable<string>): Complaints;
