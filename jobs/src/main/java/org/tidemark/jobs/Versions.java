package org.tidemark.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CorrectionList;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.derive.Classification;

/** What a run was made with: the code, the schemas, the programme, the editions of code tables. */
final class Versions {
  private Versions() {}

  /** Everything besides the records that decides a figure. */
  static Map<String, String> of(
      Catalogue catalogue,
      Programme programme,
      Classification classification,
      Optional<PersonSources> persons) {
    Map<String, String> versions = new TreeMap<>(classification.editions());
    persons
        .map(PersonSources::edition)
        .filter(edition -> !edition.isEmpty())
        .ifPresent(edition -> versions.put("multiple-primaries", edition));
    versions.put("code", Tidemark.VERSION);
    versions.put("schemas", catalogue.version());
    versions.put("programme", settings(programme));
    return versions;
  }

  /** A hash of what the programme asks for; where its files lie does not matter. */
  private static String settings(Programme programme) {
    String text =
        String.join(
            "\n",
            programme.id(),
            new TreeMap<>(programme.title()).toString(),
            programme.analyses().toString(),
            programme.cancerGrouping(),
            programme.coding().toString(),
            programme.sources().stream()
                .filter(source -> !(source.idSpace() + source.submitted()).isEmpty())
                .map(s -> String.join(" ", s.id(), s.idSpace(), s.submitted()))
                .sorted()
                .collect(Collectors.joining("\n")),
            programme.design().toString(),
            programme.languages().toString(),
            programme.disclosure(),
            programme.exchange().toString(),
            programme.sources().stream().map(Source::assumptions).collect(Collectors.joining(" ")),
            programme.ownMappings().values().stream()
                .map(Mapping::settings)
                .collect(Collectors.joining("\n")),
            programme.corrections().values().stream()
                .map(CorrectionList::sha256)
                .collect(Collectors.joining("\n")));
    return DigestUtils.sha256Hex(text);
  }
}
