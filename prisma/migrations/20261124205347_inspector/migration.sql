-- CreateTable
CREATE TABLE "refusal_minute" (
    "datasource_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ NOT NULL,
    "code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "refusal_minute_pkey" PRIMARY KEY ("datasource_id","minute","code")
);

-- AddForeignKey
ALTER TABLE "refusal_minute" ADD CONSTRAINT "refusal_minute_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Refusals are requests like others from now on. Of their bodies 2,048 characters were kept: one that fills them was
-- cut, which `body_bytes` says by being more than there is.
INSERT INTO "ingest_request" ("datasource_id", "at", "status", "code", "endpoint", "exchange", "body", "body_bytes",
                              "messages", "readings", "duration_us", "address")
SELECT "datasource_id", "at", "status", "code", 'own',
       jsonb_strip_nulls(jsonb_build_object('detail', "detail", 'errors', "errors")),
       convert_to("body_start", 'UTF8'),
       coalesce(octet_length("body_start") + CASE WHEN octet_length("body_start") >= 2048 THEN 1 ELSE 0 END, 0),
       0, 0, 0, "address"
  FROM "refusal"
 ORDER BY "id";

INSERT INTO "refusal_minute" ("datasource_id", "minute", "code", "count")
SELECT "datasource_id", date_trunc('minute', "at"), "code", count(*)
  FROM "refusal"
 GROUP BY 1, 2, 3;

-- DropTable
DROP TABLE "refusal";
