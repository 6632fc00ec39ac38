import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's own schema engine as WebAssembly: it needs no download. It is used to compare only; applying is
 * lib/migrate.ts (docs/decisions/0002). The package's version must be that of prisma's engine.
 */

/** PrismaPg can't read catalogue columns of type "char", which describing a database needs: read them as text. */
class CatalogueAdapter extends PrismaPg {
  constructor(private readonly catalogue: pg.Pool) {
    super(catalogue);
  }
  override async connect() {
    const adapter = await super.connect();
    const read: SqlDriverAdapter['queryRaw'] = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      try {
        return await read(query);
      } catch (error) {
        if (!isUnreadableType(error)) throw error;
        return await readCatalogue(this.catalogue, query);
      }
    };
    return adapter;
  }
}

function isUnreadableType(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'kind' in cause &&
    cause.kind === 'UnsupportedNativeDataType'
  );
}

/** Type ids of what the catalogue queries return; all else is text. */
const CATALOGUE_TYPES: Partial<Record<number, ColumnType>> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  1002: ColumnTypeEnum.CharacterArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
};

async function readCatalogue(pool: pg.Pool, query: SqlQuery): Promise<SqlResultSet> {
  const { fields, rows } = await pool.query<unknown[]>({
    text: query.sql,
    values: query.args,
    rowMode: 'array',
  });
  return {
    columnNames: fields.map((field) => field.name),
    columnTypes: fields.map((field) => CATALOGUE_TYPES[field.dataTypeID] ?? ColumnTypeEnum.Text),
    rows,
  };
}

/**
 * The SQL that would make the database at `url` what `schemaFile` says; undefined when it is so already.
 * @param external tables that only SQL in migrations makes (`public.message`): left out of the comparison
 */
export async function schemaDifference(
  url: string,
  schemaFile: string,
  external: string[],
): Promise<string | undefined> {
  const engineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const { instance } = await WebAssembly.instantiate(
    fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': { ...engineModule },
    },
  );
  engineModule.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();

  const pool = new pg.Pool({ connectionString: url, max: 3 });
  const schema = { files: [{ path: schemaFile, content: fs.readFileSync(schemaFile, 'utf8') }] };
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: schema.files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool)),
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: path.dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: { externalTables: external, externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? '') : undefined;
  } finally {
    engine.free();
    await pool.end();
  }
}
