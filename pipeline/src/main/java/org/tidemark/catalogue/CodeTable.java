package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code schemas/codes}: a code list or a rule table. The first column is the code.
 *
 * @param name the file's name without its ending
 * @param columns header
 * @param rows column → value, in file order
 */
public record CodeTable(String name, List<String> columns, List<Map<String, String>> rows)
    implements Serializable {}
