-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "metric_kind" AS ENUM ('number', 'text', 'boolean', 'structure');

-- CreateTable
CREATE TABLE "instance_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","workspace_id")
);

-- CreateTable
CREATE TABLE "datasource" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "stale_after_seconds" INTEGER,
    "last_message_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "datasource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "datasource_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "start" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ,
    "last_used_from" TEXT,
    "expires_at" TIMESTAMPTZ,
    "replaced_by_id" TEXT,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric" (
    "id" SERIAL NOT NULL,
    "datasource_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "metric_kind" NOT NULL,
    "display_name" TEXT,
    "unit" TEXT,
    "mismatches" BIGINT NOT NULL DEFAULT 0,
    "last_mismatch" TEXT,
    "first_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shape" (
    "id" SERIAL NOT NULL,
    "datasource_id" TEXT NOT NULL,
    "metric_ids" INTEGER[],

    CONSTRAINT "shape_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_latest" (
    "metric_id" INTEGER NOT NULL,
    "time" TIMESTAMPTZ NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "metric_latest_pkey" PRIMARY KEY ("metric_id")
);

-- CreateTable
CREATE TABLE "ingest_minute" (
    "datasource_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ NOT NULL,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ingest_minute_pkey" PRIMARY KEY ("datasource_id","minute")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" BIGSERIAL NOT NULL,
    "datasource_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "errors" JSONB,
    "address" TEXT,
    "body_start" TEXT,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_file" (
    "hash" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_file_pkey" PRIMARY KEY ("workspace_id","hash")
);

-- CreateTable
CREATE TABLE "asset" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "starter_kind" TEXT,
    "file_name" TEXT NOT NULL,
    "model_hash" TEXT NOT NULL,
    "thumbnail_hash" TEXT,
    "statistics" JSONB NOT NULL,
    "parts" JSONB NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset_revision" (
    "asset_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_revision_pkey" PRIMARY KEY ("asset_id","revision")
);

-- CreateTable
CREATE TABLE "scene" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "thumbnail_hash" TEXT,
    "share_token" TEXT,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "scene_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scene_revision" (
    "scene_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scene_revision_pkey" PRIMARY KEY ("scene_id","revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "datasource_number_key" ON "datasource"("number");

-- CreateIndex
CREATE INDEX "datasource_workspace_id_name_idx" ON "datasource"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_datasource_id_idx" ON "api_key"("datasource_id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_datasource_id_key_key" ON "metric"("datasource_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "shape_datasource_id_metric_ids_key" ON "shape"("datasource_id", "metric_ids");

-- CreateIndex
CREATE INDEX "refusal_datasource_id_at_idx" ON "refusal"("datasource_id", "at");

-- CreateIndex
CREATE INDEX "asset_workspace_id_updated_at_idx" ON "asset"("workspace_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "scene_share_token_key" ON "scene"("share_token");

-- CreateIndex
CREATE INDEX "scene_workspace_id_updated_at_idx" ON "scene"("workspace_id", "updated_at");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datasource" ADD CONSTRAINT "datasource_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shape" ADD CONSTRAINT "shape_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_latest" ADD CONSTRAINT "metric_latest_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingest_minute" ADD CONSTRAINT "ingest_minute_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_file" ADD CONSTRAINT "model_file_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_revision" ADD CONSTRAINT "asset_revision_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scene" ADD CONSTRAINT "scene_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scene_revision" ADD CONSTRAINT "scene_revision_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scene"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can't express.

-- One row per message: `numbers` are the values of the shape's metrics, in its order; `others` holds the rest.
-- No foreign keys: the writer knows its datasources, and a check per row would cost more than the insert.
CREATE TABLE "message" (
    "datasource" INTEGER NOT NULL,
    "shape" INTEGER NOT NULL,
    "time" TIMESTAMPTZ NOT NULL,
    "numbers" DOUBLE PRECISION[] NOT NULL,
    "others" JSONB,

    CONSTRAINT "message_pkey" PRIMARY KEY ("datasource", "time", "shape")
) PARTITION BY RANGE ("time");

-- Takes the messages of days that have no partition, so that no time is ever refused for want of one.
CREATE TABLE "message_default" PARTITION OF "message" DEFAULT;

-- Makes the partition of a day (UTC), `message_20261124`. Idempotent, and safe to be called by several processes
-- at once. Answers whether the day has a partition of its own afterwards: it has none when messages of that day
-- already lie in the default partition, where they stay and are found as well.
CREATE FUNCTION "ensure_message_partition"("day" DATE) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
    partition TEXT := 'message_' || to_char(day, 'YYYYMMDD');
    starts TEXT := day || ' 00:00:00+00';
    ends TEXT := (day + 1) || ' 00:00:00+00';
BEGIN
    IF to_regclass(quote_ident(partition)) IS NOT NULL THEN
        RETURN TRUE;
    END IF;
    -- Until the end of the transaction: who comes second finds the partition made.
    PERFORM pg_advisory_xact_lock(hashtext('ensure_message_partition'));
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
