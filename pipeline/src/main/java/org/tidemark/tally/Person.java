package org.tidemark.tally;

/**
 * One person of {@link FollowUpStrata}.
 *
 * @param key the finest stratum
 * @param place residence, by area and deprivation
 * @param excluded why the person does not enter, empty where it does
 * @param flags labels of {@link org.tidemark.derive.SurvivalExclusion} that some analyses ask for
 *     and that hold, a blank before and after each
 * @param followed the follow-up of one who enters
 */
record Person(String key, Place place, String excluded, String flags, Followed followed) {}
