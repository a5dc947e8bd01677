// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table in which each node writes a row for each finished file. */
final class Processed {

  /** What one node did. */
  record Share(String node, int files) {}

  private final JdbcTemplate jdbc;

  Processed(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /** How many files were processed, each counted once; 0 before the first node has started. */
  int files() {
    return isThere() ? count("SELECT COUNT(DISTINCT file_id) FROM processed") : 0;
  }

  /** How many rows there are beyond one for each file. */
  int repetitions() {
    return count("SELECT COUNT(*) - COUNT(DISTINCT file_id) FROM processed");
  }

  /** How many files a node has processed. */
  int filesOf(String node) {
    return isThere() ? count("SELECT COUNT(*) FROM processed WHERE node = ?", node) : 0;
  }

  List<Share> shares() {
    return jdbc.query(
        "SELECT node, COUNT(*) FROM processed GROUP BY node ORDER BY node",
        (row, number) -> new Share(row.getString(1), row.getInt(2)));
  }

  List<String> ids() {
    return jdbc.queryForList("SELECT DISTINCT file_id FROM processed", String.class);
  }

  private boolean isThere() {
    return count("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'processed'")
        > 0;
  }

  private int count(String query, Object... parameters) {
    Integer count = jdbc.queryForObject(query, Integer.class, parameters);
    return count == null ? 0 : count;
  }
}
