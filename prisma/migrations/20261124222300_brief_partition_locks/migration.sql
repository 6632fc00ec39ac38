-- As before, and: whoever reads `message_default` for long (a reader over SQL, a backup) holds up the new partition for a
-- moment only, then the day goes without one. Behind a maker that waits, all others who read or send would wait too.
CREATE OR REPLACE FUNCTION "ensure_message_partition"("day" DATE) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
    partition TEXT := 'message_' || to_char(day, 'YYYYMMDD');
    starts TEXT := day || ' 00:00:00+00';
    ends TEXT := (day + 1) || ' 00:00:00+00';
    usual TEXT := current_setting('lock_timeout');
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
        PERFORM set_config('lock_timeout', '50ms', TRUE);
        -- ATTACH, unlike PARTITION OF, does not stop the writers of other partitions.
        EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING ALL)', partition);
        EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition, starts, ends);
        PERFORM set_config('lock_timeout', usual, TRUE);
    EXCEPTION
        -- What was set within is undone too.
        WHEN check_violation OR lock_not_available THEN
            RETURN FALSE;
        -- The look above may be answered from an old catalogue cache: taking an advisory lock does not refresh it.
        WHEN duplicate_table THEN
            RETURN TRUE;
    END;
    RETURN TRUE;
END
$$;
