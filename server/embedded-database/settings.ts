/**
 * What the embedded PostgreSQL runs with. Durability is never traded (fsync, synchronous_commit and
 * full_page_writes keep their defaults, on): an answer 200 means that the disk has it.
 */
export const SETTINGS: Record<string, string> = {
  max_connections: '60',
  // Ours are a superuser's: whatever the SQL access is used for, these stay free for the product itself.
  superuser_reserved_connections: '30',
  shared_buffers: '256MB',
  // Few, large checkpoints suit a steady stream of small commits; recovery replays at most 1 GB.
  max_wal_size: '1GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  wal_compression: 'pglz',
  // A query over a year touches as many partitions, and locks each.
  max_locks_per_transaction: '256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  // Statements may hold people's data: the log says what failed, not with which values.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** For databases that a test throws away: nothing is waited for, so nothing would survive a power cut. */
export const THROW_AWAY_SETTINGS: Record<string, string> = {
  ...SETTINGS,
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
