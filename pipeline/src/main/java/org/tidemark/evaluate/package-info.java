/** The effect of the programme, from tallies by site and period. */
package org.tidemark.evaluate;
