export interface Story {
  number: number;
  title: string;
  /** Where it is described: a ticket, or the message that it was made from. */
  link?: string;
}
