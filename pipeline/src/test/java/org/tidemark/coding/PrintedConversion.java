package org.tidemark.coding;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conversion to ICD-10 as the printed rules state it, read anew from their text: slow, plain,
 * and sharing nothing with what it is held against.
 */
final class PrintedConversion {
  private static final List<String> RULE_OF_BEHAVIOUR = List.of("2", "4", "3", "1", "", "", "5");
  private static final String THREE_CHARACTERS =
      "C01 C07 C12 C19 C20 C23 C33 C37 C52 C55 C56 C58 C61 C64 C65 C66 C73 C80";
  private static final Pattern ENTRY =
      Pattern.compile("- (morphology only → (\\S+)|by site|by site and sex): ([\\d–, ]+)(: (.*))?");

  /** Rule number and topography → code. */
  private final Map<String, String> topography = new HashMap<>();

  /** Behaviour and morphology → what the line says after the morphologies. */
  private final Map<String, String> morphology = new HashMap<>();

  PrintedConversion(String rules, List<String> topographies) {
    for (String rule : List.of("2", "3", "4", "5")) {
      String head = rules.substring(rules.indexOf("**Rule " + rule));
      String line = head.substring(head.indexOf("\n\n") + 2).lines().findFirst().orElseThrow();
      for (String part : line.replace("; flag", ", flag").replaceAll("\\.$", "").split("; ")) {
        String[] sides = part.split(" ← ");
        for (String places : sides[1].split(" ")) {
          topographies.stream()
              .filter(place -> among(places, place))
              .forEach(place -> topography.put(rule + place, sides[0].replace(".", "")));
        }
      }
    }
    String behaviour = "";
    for (String line :
        rules.substring(rules.indexOf("### 1b."), rules.indexOf("## Appendix 2")).split("\n")) {
      if (line.startsWith("**Behaviour /")) {
        behaviour = line.substring(13, 14);
      }
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        String says = entry.group(2) == null ? entry.group(5) : entry.group(2);
        for (int code : numbers(entry.group(3))) {
          morphology.put(behaviour + code, says);
        }
      }
    }
  }

  /** Whether C17.1/2/8, C00–C14 or C81 holds a place. */
  private static boolean among(String places, String place) {
    if (places.contains("–")) {
      String category = place.substring(0, 3);
      String[] ends = places.split("–");
      return category.compareTo(ends[0]) >= 0 && category.compareTo(ends[1]) <= 0;
    }
    return places.length() == 3
        ? place.startsWith(places)
        : place.startsWith(places.substring(0, 3))
            && places.substring(4).indexOf(place.charAt(3)) >= 0;
  }

  static List<Integer> numbers(String ranges) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : ranges.split(", ")) {
      String[] ends = range.split("–");
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int code = Integer.parseInt(ends[0]); code <= last; code++) {
        numbers.add(code);
      }
    }
    return numbers;
  }

  /** Morphologies that a behaviour has an entry for. */
  boolean names(String behaviour, String code) {
    return morphology.containsKey(behaviour + code);
  }

  /** The code, or a text that begins with "no code", or "sex" where men and women differ. */
  String code(String place, String code, String behaviour, String sex) {
    int number = Integer.parseInt(code);
    String says = morphology.getOrDefault(behaviour + code, "other→topography rule 0");
    boolean malignant = behaviour.equals("3");
    if (malignant && number == 8930 && sex.equals("1")) {
      return byTopography(place, behaviour, number);
    }
    if (malignant && (number == 8930 || number == 8931) && place.equals("C540")) {
      return "C540";
    }
    if (malignant && (number == 8161 || number == 8162) && place.equals("C240")) {
      return "C240";
    }
    if (malignant && number == 9699 && place.matches("C42[014]|C77.")) {
      return "C830";
    }
    boolean elsewhere = says.contains("other→C449") || number == 9140 || number / 10 == 905;
    if (malignant && place.startsWith("C22") && number < 9590 && !elsewhere) {
      return liver(number);
    }
    if (says.startsWith("(source table entry empty")) {
      return "C753";
    }
    return says.contains("→") ? bySite(says, place, number, behaviour, sex) : says;
  }

  private String bySite(String says, String place, int number, String behaviour, String sex) {
    Map<String, String> list =
        List.of(says.split("; ")).stream()
            .map(part -> part.split("→", 2))
            .collect(toMap(p -> p[0], p -> p[1], (a, b) -> a));
    String category = place.substring(0, 3) + "x";
    String leads = list.getOrDefault(place, list.getOrDefault(category, list.get("other")));
    if (leads.contains(" / F ")) {
      String[] codes = leads.split(" / F ");
      String male = codes[0].replace("topography ", "");
      if (!male.equals(codes[1]) && !sex.matches("[12]")) {
        return "sex";
      }
      leads = sex.equals("2") ? codes[1] : codes[0];
    }
    if (leads.contains("rule")) {
      return byTopography(place, behaviour, number);
    }
    return leads.replace('-', place.charAt(3));
  }

  private String byTopography(String place, String behaviour, int number) {
    String rule = RULE_OF_BEHAVIOUR.get(Integer.parseInt(behaviour));
    if (!rule.equals("1")) {
      return topography.get(rule + place);
    }
    if (place.startsWith("C42")) {
      return place.equals("C422") ? "C261" : "C80";
    }
    if (place.startsWith("C22") && number < 9590) {
      return liver(number);
    }
    String category = place.substring(0, 3);
    return THREE_CHARACTERS.contains(category) ? category : place;
  }

  private static String liver(int number) {
    if (number >= 9120 && number <= 9133 || number == 9161) {
      return "C223";
    }
    if (number == 8970) {
      return "C222";
    }
    if (numbers("8160–8162, 8140, 8141, 8260, 8440, 8480, 8481, 8490, 8500, 8550, 8560")
        .contains(number)) {
      return "C221";
    }
    if (number >= 8170 && number <= 8175 || number == 8180) {
      return "C220";
    }
    return number == 8000 ? "C229" : number < 8800 ? "C227" : "C224";
  }
}
