package org.tidemark.disclose;

import java.util.List;

/** Strata {@code name=value}: the values of each name make up the whole. */
final class Strata implements Hierarchy {
  @Override
  public List<Sum> sums(List<String> members) {
    return members.stream()
        .filter(member -> member.indexOf('=') > 0)
        .map(member -> member.substring(0, member.indexOf('=') + 1))
        .distinct()
        .flatMap(name -> Parts.sum(members, ALL, m -> m.startsWith(name)).stream())
        .toList();
  }
}
