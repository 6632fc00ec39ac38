-- AlterTable
ALTER TABLE "chunk" DROP COLUMN "written_on";

-- CreateTable
CREATE TABLE "packed_day" (
    "datasource_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "readings" BIGINT NOT NULL,
    "chunk_bytes" BIGINT NOT NULL,
    "summary_bytes" BIGINT NOT NULL,
    "packed_on" DATE NOT NULL,

    CONSTRAINT "packed_day_pkey" PRIMARY KEY ("datasource_id","day")
);

-- AddForeignKey
ALTER TABLE "packed_day" ADD CONSTRAINT "packed_day_datasource_id_fkey" FOREIGN KEY ("datasource_id") REFERENCES "datasource"("id") ON DELETE CASCADE ON UPDATE CASCADE;
