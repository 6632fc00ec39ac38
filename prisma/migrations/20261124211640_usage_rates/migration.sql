-- AlterTable
ALTER TABLE "datasource_usage" ADD COLUMN     "messages_per_day" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "readings_per_day" DOUBLE PRECISION NOT NULL DEFAULT 0;
