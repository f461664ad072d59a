package org.tidemark.publish.page;

import java.util.List;

/**
 * A chart and the same numbers as a table.
 *
 * @param id unique on the page
 * @param title the finding
 * @param subtitle measure, place and period
 * @param layouts the wide and the narrow drawing
 * @param notes what a reader must know to read it right
 * @param table the numbers that are drawn
 */
record Figure(
    String id,
    String title,
    String subtitle,
    List<Drawing> layouts,
    List<String> notes,
    Table table) {}
