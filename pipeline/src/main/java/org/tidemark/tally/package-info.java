/** Records to sufficient statistics by stratum, in Spark. */
package org.tidemark.tally;
