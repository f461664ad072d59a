/** What follows from a record: age, groups, follow-up, reporting period. */
package org.tidemark.derive;
