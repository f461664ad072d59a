package org.tidemark.publish.page;

/**
 * One of the sentences at the head of the page.
 *
 * @param topic what it speaks of, in a word or two
 * @param figure the number to remember; empty where there is none
 * @param unit what the number counts, in a few words
 * @param sentence the finding, or what is missing and why
 */
record Message(String topic, String figure, String unit, String sentence) {
  static Message absent(String topic, String sentence) {
    return new Message(topic, "", "", sentence);
  }

  boolean found() {
    return !figure.isEmpty();
  }
}
