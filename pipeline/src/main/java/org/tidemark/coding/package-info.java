/** Rules of classification: codes in, groups out. */
package org.tidemark.coding;
