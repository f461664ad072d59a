package org.tidemark.disclose;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Tables as an audience may see them.
 *
 * @param tables table → its rows, in the order in which they came
 * @param hidden the rows whose counts are hidden, in the order of the tables
 */
public record Disclosed(Map<String, List<Row>> tables, List<Hidden> hidden) {}
