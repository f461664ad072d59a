package org.tidemark.tally;

import java.io.Serializable;

/**
 * An indicator in a unit and period.
 *
 * @param indicator its code
 * @param level site, area, country, programme
 * @param unit the unit
 * @param span month, quarter, year, all
 * @param period the period
 */
record IndicatorKey(String indicator, String level, String unit, String span, String period)
    implements Serializable {}
