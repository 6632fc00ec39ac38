/** Raised when a view or a right changes: what older versions made is made again when the server starts. */
export const VIEWS_VERSION = 2;

type Place = {
  /** Of the workspace. */
  schema: string;
  /** Where our tables are. */
  tables: string;
  workspaceId: string;
};

const asNumber = (value: string) => `case when jsonb_typeof(${value}) = 'number' then (${value})::float8 end`;
/** What is no number: a text as it is, anything else as JSON. */
const asText = (value: string) =>
  `case jsonb_typeof(${value}) when 'number' then null when 'string' then ${value} #>> '{}' else ${value}::text end`;

/**
 * The statements that make a workspace's views. Each view is a security barrier: a condition that its reader writes, with
 * whatever functions, never sees a row of another workspace. Each part of `readings` goes from the datasources of the
 * workspace to their rows, so that conditions on `time` (and `day`, for packed days) reach the indexes.
 */
export function viewStatements({ schema, tables: t, workspaceId }: Place): string[] {
  const view = (name: string, select: string) =>
    `create view ${schema}.${name} with (security_barrier = true) as ${select}`;
  const own = `d.workspace_id = '${workspaceId}'`;
  return [
    view(
      'datasources',
      `select d.id, d.name, d.type, d.description, d.created_at, d.last_message_at from ${t}.datasource d where ${own}`,
    ),
    view(
      'metrics',
      `select m.id, d.name as datasource, d.id as datasource_id, m.key, m.kind::text as kind, m.display_name, m.unit
         from ${t}.datasource d join ${t}.metric m on m.datasource_id = d.id where ${own}`,
    ),
    view(
      'latest',
      `select d.name as datasource, d.id as datasource_id, m.key, l.time,
              ${asNumber('l.value')} as value, ${asText('l.value')} as text, m.unit
         from ${t}.datasource d join ${t}.metric m on m.datasource_id = d.id
         join ${t}.metric_latest l on l.metric_id = m.id where ${own}`,
    ),
    view('readings', readings(t, own)),
    view(
      'hours',
      `select (h.day + s.hour * interval '1 hour') at time zone 'utc' as time, h.day,
              d.name as datasource, d.id as datasource_id, m.key,
              s.count, s.min, s.max, s.sum / s.count as mean, s.sum, s.first, s.last
         from ${t}.datasource d join ${t}.metric m on m.datasource_id = d.id
         join ${t}.hour_summary h on h.metric_id = m.id
         cross join lateral ${t}.summary_hours(h.data) s where ${own}`,
    ),
    between(schema, 'readings', { time: 'timestamptz', value: 'float8', text: 'text' }),
    between(schema, 'hours', {
      ...{ time: 'timestamptz', count: 'bigint', min: 'float8', max: 'float8' },
      ...{ mean: 'float8', sum: 'float8' },
    }),
  ];
}

/** `readings_between(from, to, datasource, key)`: the planner takes it apart, so that only what is asked for is unpacked. */
function between(schema: string, view: string, columns: Record<string, string>): string {
  const table = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  const names = Object.keys(columns).map((name) => `v."${name}"`);
  return `create function ${schema}.${view}_between(
      "from" timestamptz, "to" timestamptz, datasource text default null, key text default null)
    returns table (${table.join(', ')}, "datasource_name" text, "data_key" text) language sql stable as $$
      select ${names.join(', ')}, v.datasource, v.key from ${schema}.${view} v
       where v.time >= $1 and v.time < $2
         and v.day >= ($1 at time zone 'utc')::date and v.day <= ($2 at time zone 'utc')::date
         and ($3 is null or v.datasource = $3) and ($4 is null or v.key = $4) $$`;
}

/** Rows win over what is packed (lib/telemetry/SPEC.md, Sealing): each reading is there once. */
function readings(t: string, own: string): string {
  const dayOf = (time: string) => `(${time} at time zone 'utc')::date`;
  const columns = (time: string, day: string, value: string, text: string) =>
    `select ${time} as time, ${day} as day, d.name as datasource, d.id as datasource_id, m.key,
            ${value} as value, ${text} as text from ${t}.datasource d`;
  // From a metric to its few shapes and from these to their rows: taking each row apart looks at all other metrics too.
  const numbers = (table: string, condition: string) =>
    `${columns('x.time', dayOf('x.time'), 'x.numbers[array_position(s.metric_ids, m.id)]', 'null::text')}
       join ${t}.metric m on m.datasource_id = d.id
       join ${t}.shape s on s.datasource_id = d.id and m.id = any(s.metric_ids)
       join ${t}.${table} x on x.datasource = d.number and x.shape = s.id where ${own} ${condition}`;
  const others = (table: string, condition: string) =>
    `${columns('x.time', dayOf('x.time'), 'null::float8', asText('e.value'))}
       join ${t}.${table} x on x.datasource = d.number
       cross join lateral jsonb_each(x.others) as e(metric_id, value)
       join ${t}.metric m on m.id = e.metric_id::int where ${own} ${condition}`;
  // Rows of a day that is being packed stay until all of them are: those of datasources that are done are not read.
  const unpacked = `and not exists (select from ${t}.sealed_day y where y.day = ${dayOf('x.time')}
      and y.state = 'sealing' and y.through >= x.datasource)`;
  const packed = (isNumber: boolean, late: string) => {
    const unpack = isNumber ? 'chunk_readings' : 'chunk_others';
    const [value, text] = isNumber ? ['r.value', 'null::text'] : ['null::float8', asText('r.value')];
    return `${columns('r.time', 'c.day', value ?? '', text ?? '')}
       join ${t}.metric m on m.datasource_id = d.id
       join ${t}.chunk c on c.metric_id = m.id and c.is_number = ${isNumber}
       cross join lateral ${t}.${unpack}(c.data) r where ${own} and not exists (${late})`;
  };
  // What came late for a packed day is newer than what was packed of the same time.
  const lateNumber = `select from ${t}.message_default z join ${t}.shape s on s.id = z.shape
      where z.datasource = d.number and z.time = r.time and m.id = any(s.metric_ids)`;
  const lateOther = `select from ${t}.message_default z
      where z.datasource = d.number and z.time = r.time and z.others ? m.id::text`;
  return [
    numbers('message', ''),
    others('message', ''),
    numbers('sealing_message', unpacked),
    others('sealing_message', unpacked),
    packed(true, lateNumber),
    packed(false, lateOther),
  ].join(' union all ');
}
