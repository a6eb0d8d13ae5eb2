#include "tests/support/fake_citus.h"

#include "tests/support/raw_database.h"

namespace giftbox::tests {

void fakeCitus(const std::string& url)
{
    const RawDatabase session(url);
    for (const char* const text :
         {"SET allow_system_table_mods = on",
          "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, "
          "extversion) VALUES (16000, 'citus', 10, 11, false, '0')",
          "CREATE SCHEMA fake",
          "CREATE TABLE fake.pg_dist_partition (logicalrelid regclass PRIMARY KEY, "
          "partmethod \"char\" NOT NULL)",
          "CREATE TABLE fake.pg_dist_placement (shardid bigint, groupid integer)",
          "CREATE TABLE fake.pg_dist_node (groupid integer, nodename text, nodeport integer)",
          "CREATE TABLE fake.pg_dist_local_group (groupid integer)",
          "INSERT INTO fake.pg_dist_local_group VALUES (0)",
          "CREATE FUNCTION fake.get_shard_id_for_distribution_column(t regclass, v bigint) RETURNS "
          "bigint LANGUAGE sql AS $$ SELECT v $$",
          "CREATE TABLE fake.called (call_no serial PRIMARY KEY, words text)",
          "CREATE FUNCTION fake.place(t regclass, how text, method \"char\") RETURNS void LANGUAGE "
          "sql AS $$ INSERT INTO fake.called (words) VALUES (t || ' ' || how); "
          "INSERT INTO fake.pg_dist_partition VALUES (t, method) $$",
          "CREATE FUNCTION fake.create_distributed_table(t regclass, by text, colocate_with text) "
          "RETURNS void LANGUAGE sql AS $$ SELECT fake.place(t, by || ' ' || colocate_with, 'h') "
          "$$",
          "CREATE FUNCTION fake.create_reference_table(t regclass) RETURNS void LANGUAGE sql AS $$ "
          "SELECT fake.place(t, 'everywhere', 'n') $$",
          "CREATE FUNCTION fake.citus_add_local_table_to_metadata(t regclass, cascades boolean) "
          "RETURNS void LANGUAGE sql AS $$ SELECT fake.place(t, 'here', 'n') $$",
          "CREATE FUNCTION fake.citus_is_coordinator() RETURNS boolean LANGUAGE sql AS $$ SELECT "
          "NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'this_is_a_worker') $$",
          "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET search_path = "
          "public, fake'; END $$"}) {
        session.execute(text);
    }
}

} // namespace giftbox::tests
