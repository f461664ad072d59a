package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * A named relation over shared-schema tables that indicators count on: one place to join and to say
 * what one row is.
 *
 * @param name the relation's name
 * @param title what one row is
 * @param tables the shared-schema tables (and views listed earlier) it reads
 * @param sql one SELECT over them; must yield {@code site_id} and {@code event_date} (ISO 8601
 *     text); {@code as_of} is the data cut-off, ISO 8601 text
 */
public record View(String name, String title, List<String> tables, String sql)
    implements Serializable {}
