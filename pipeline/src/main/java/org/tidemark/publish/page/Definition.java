package org.tidemark.publish.page;

/**
 * How a number on the page is defined.
 *
 * @param term its name
 * @param text its definition, method and source
 */
record Definition(String term, String text) {}
