-- CreateTable
CREATE TABLE "live_ticket" (
    "hash" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "datasource_ids" TEXT[],
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "live_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "live_ticket_expires_at_idx" ON "live_ticket"("expires_at");

-- AddForeignKey
ALTER TABLE "live_ticket" ADD CONSTRAINT "live_ticket_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;
