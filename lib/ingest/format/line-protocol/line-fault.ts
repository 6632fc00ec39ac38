/** What keeps a line from being read, in the words that InfluxDB uses, which tools search their logs for. */
export class LineFault extends Error {}
