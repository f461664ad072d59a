package org.tidemark.publish.page;

import java.util.List;

/**
 * One drawn layout of a figure.
 *
 * @param id unique on the page; the ids of title and description begin with it
 * @param layout wide or narrow: the screens it is meant for
 * @param title what the picture is, for a reader who does not see it
 * @param desc what it shows
 * @param width in units of one CSS pixel at full size
 * @param height the same
 * @param marks in painting order
 */
record Drawing(
    String id, String layout, String title, String desc, int width, int height, List<Mark> marks) {}
