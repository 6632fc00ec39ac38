-- CreateEnum
CREATE TYPE "key_scope" AS ENUM ('datasource', 'datasources', 'workspace');

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "allowed_addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "last_used_agent" TEXT,
ADD COLUMN     "permissions" TEXT[] DEFAULT ARRAY['ingest']::TEXT[],
ADD COLUMN     "scope" "key_scope" NOT NULL DEFAULT 'datasource',
ADD COLUMN     "workspace_id" TEXT,
ALTER COLUMN "datasource_id" DROP NOT NULL;

-- Keys made so far belong to the workspace of their datasource.
UPDATE "api_key" k SET "workspace_id" = d."workspace_id" FROM "datasource" d WHERE d."id" = k."datasource_id";
ALTER TABLE "api_key" ALTER COLUMN "workspace_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "datasource" ADD COLUMN     "clock_offset_ms" INTEGER,
ADD COLUMN     "field_rules" JSONB,
ADD COLUMN     "retention" JSONB;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "retention" JSONB,
ADD COLUMN     "storage_bytes_max" BIGINT;

-- CreateTable
CREATE TABLE "api_key_datasource" (
    "key_id" TEXT NOT NULL,
    "datasource_id" TEXT NOT NULL,

    CONSTRAINT "api_key_datasource_pkey" PRIMARY KEY ("key_id","datasource_id")
);

-- CreateTable
CREATE TABLE "ingest_request" (
    "id" BIGSERIAL NOT NULL,
    "datasource_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER NOT NULL,
    "code" TEXT,
    "endpoint" TEXT NOT NULL,
    "format" TEXT,
    "exchange" JSONB NOT NULL,
    "body" BYTEA,
    "body_bytes" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "readings" INTEGER NOT NULL,
    "duration_us" INTEGER NOT NULL,
    "address" TEXT,

    CONSTRAINT "ingest_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "api_key_id" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "accepted" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("api_key_id","key_hash")
);

-- CreateTable
CREATE TABLE "chunk" (
    "metric_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "is_number" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,
    "first" TIMESTAMPTZ NOT NULL,
    "last" TIMESTAMPTZ NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "chunk_pkey" PRIMARY KEY ("metric_id","day","is_number")
);

-- CreateTable
CREATE TABLE "hour_summary" (
    "metric_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "hour_summary_pkey" PRIMARY KEY ("metric_id","day")
);

-- CreateTable
CREATE TABLE "sealed_day" (
    "day" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealed_at" TIMESTAMPTZ,

    CONSTRAINT "sealed_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "datasource_usage" (
    "datasource_id" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ NOT NULL,
    "message_rows" BIGINT NOT NULL,
    "message_bytes" BIGINT NOT NULL,
    "chunk_readings" BIGINT NOT NULL,
    "chunk_bytes" BIGINT NOT NULL,
    "summary_bytes" BIGINT NOT NULL,
    "oldest" TIMESTAMPTZ,
    "oldest_summary" TIMESTAMPTZ,

    CONSTRAINT "datasource_usage_pkey" PRIMARY KEY ("datasource_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "api_key_datasource_datasource_id_idx" ON "api_key_datasource"("datasource_id");

-- CreateIndex
CREATE INDEX "ingest_request_datasource_id_at_idx" ON "ingest_request"("datasource_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_record_at_idx" ON "idempotency_record"("at");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_at_idx" ON "audit_entry"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "api_key_workspace_id_idx" ON "api_key"("workspace_id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_datasource" ADD CONSTRAINT "api_key_datasource_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_datasource" ADD CONSTRAINT "api_key_datasource_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingest_request" ADD CONSTRAINT "ingest_request_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datasource_usage" ADD CONSTRAINT "datasource_usage_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can't express.

-- Packed by us already: PostgreSQL would try to compress each chunk again.
ALTER TABLE "chunk" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "hour_summary" ALTER COLUMN "data" SET STORAGE EXTERNAL;

-- Days that are being packed: their partitions were moved here from `message`, so that nobody writes into them and
-- everybody still reads them. Late messages of such a day go to `message_default`.
CREATE TABLE "sealing_message" (
    "datasource" INTEGER NOT NULL,
    "shape" INTEGER NOT NULL,
    "time" TIMESTAMPTZ NOT NULL,
    "numbers" DOUBLE PRECISION[] NOT NULL,
    "others" JSONB,

    CONSTRAINT "sealing_message_pkey" PRIMARY KEY ("datasource", "time", "shape")
) PARTITION BY RANGE ("time");

-- What is too long for a NOTIFY (8,000 bytes): its id is notified. Read by other processes at once, deleted soon;
-- unlogged, as nothing in it outlives the processes that would read it.
CREATE UNLOGGED TABLE "live_payload" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" TEXT NOT NULL
);

-- As before, and: a day that was moved away or packed gets no partition again.
CREATE OR REPLACE FUNCTION "ensure_message_partition"("day" DATE) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
    partition TEXT := 'message_' || to_char(day, 'YYYYMMDD');
    starts TEXT := day || ' 00:00:00+00';
    ends TEXT := (day + 1) || ' 00:00:00+00';
BEGIN
    IF EXISTS (SELECT FROM sealed_day s WHERE s.day = ensure_message_partition.day) THEN
        RETURN FALSE;
    END IF;
    IF to_regclass(quote_ident(partition)) IS NOT NULL THEN
        RETURN TRUE;
    END IF;
    -- Until the end of the transaction: who comes second finds the partition made.
    PERFORM pg_advisory_xact_lock(hashtext('ensure_message_partition'));
    IF EXISTS (SELECT FROM sealed_day s WHERE s.day = ensure_message_partition.day) THEN
        RETURN FALSE;
    END IF;
    IF to_regclass(quote_ident(partition)) IS NOT NULL THEN
        RETURN TRUE;
    END IF;
    -- Found out before anything is locked. A row that slips in between makes ATTACH fail, which is caught.
    IF EXISTS (SELECT FROM message_default WHERE time >= starts::TIMESTAMPTZ AND time < ends::TIMESTAMPTZ) THEN
        RETURN FALSE;
    END IF;
    BEGIN
        -- ATTACH, unlike PARTITION OF, does not stop the writers of other partitions.
        EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING ALL)', partition);
        EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition, starts, ends);
    EXCEPTION
        WHEN check_violation THEN
            RETURN FALSE;
        -- The look above may be answered from an old catalogue cache: taking an advisory lock does not refresh it.
        WHEN duplicate_table THEN
            RETURN TRUE;
    END;
    RETURN TRUE;
END
$$;
