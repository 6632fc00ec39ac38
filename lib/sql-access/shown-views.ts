/** What a workspace's schema holds, as pages and documentation show it. A test compares it with the real views. */
export const SHOWN_VIEWS = [
  { name: 'readings', columns: ['time', 'day', 'datasource', 'datasource_id', 'key', 'value', 'text'] },
  {
    name: 'hours',
    columns: [
      ...['time', 'day', 'datasource', 'datasource_id', 'key'],
      ...['count', 'min', 'max', 'mean', 'sum', 'first', 'last'],
    ],
  },
  { name: 'latest', columns: ['datasource', 'datasource_id', 'key', 'time', 'value', 'text', 'unit'] },
  {
    name: 'metrics',
    columns: ['id', 'datasource', 'datasource_id', 'key', 'kind', 'display_name', 'unit'],
  },
  { name: 'datasources', columns: ['id', 'name', 'type', 'description', 'created_at', 'last_message_at'] },
] as const;

/** @param of whose readings it asks for */
export const exampleQuery = (of = { datasource: 'Line 1', key: 'temperature' }): string => `select time, value
  from readings_between(now() - interval '1 hour', now(), ${quoted(of.datasource)}, ${quoted(of.key)})
 order by time;`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** For a panel of Grafana: its macros say from when to when the panel shows. */
export const GRAFANA_QUERY = `select time, value as temperature
  from readings_between($__timeFrom(), $__timeTo(), 'Line 1', 'temperature')
 order by time`;

export const GRAFANA_HOURS_QUERY = `select time, min, mean, max
  from hours_between($__timeFrom(), $__timeTo(), 'Line 1', 'temperature')
 order by time`;
