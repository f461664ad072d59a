/** The nouns of the field. Nothing here knows a file, a framework or a formula. */
package org.tidemark.model;
