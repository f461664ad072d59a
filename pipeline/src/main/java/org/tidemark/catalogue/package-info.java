/** The only reader of schemas and of the programme file; what it hands out is plain records. */
package org.tidemark.catalogue;
