/** What keeps a line from being read, in the words that InfluxDB uses, which tools search their logs for. */
export class LineFault extends Error {}

/** The quote that ends a text is missing: it may stand in a following line, as texts may hold line breaks. */
export class OpenTextFault extends LineFault {
  constructor() {
    super('unbalanced quotes');
  }
}
