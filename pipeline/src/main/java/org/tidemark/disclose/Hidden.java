package org.tidemark.disclose;

import java.util.Map;

/**
 * A row of a publication whose counts are hidden.
 *
 * @param table the published table
 * @param key its key: column → value, in the order of the table's primary key
 * @param reason primary: a count in it is small; complementary: a hidden count could be computed
 */
public record Hidden(String table, Map<String, String> key, String reason) {}
