-- CreateTable
CREATE TABLE "sql_access" (
    "workspace_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "password_set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sql_access_pkey" PRIMARY KEY ("workspace_id")
);

-- AddForeignKey
ALTER TABLE "sql_access" ADD CONSTRAINT "sql_access_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
