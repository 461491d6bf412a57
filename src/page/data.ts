/** What a page knows: it stands in the page as JSON. */
export interface PageData {
  readonly topology: string;
  readonly databases: readonly string[];
}
