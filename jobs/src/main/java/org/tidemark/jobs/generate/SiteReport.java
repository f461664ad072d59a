package org.tidemark.jobs.generate;

/** How the rows of one table come of what happened at a site. */
interface SiteReport {
  /** Adds the site's rows. */
  void fill(Story story, Table table);
}
