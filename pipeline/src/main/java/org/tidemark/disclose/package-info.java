/** Small cells hidden, once, before anything is written. */
package org.tidemark.disclose;
