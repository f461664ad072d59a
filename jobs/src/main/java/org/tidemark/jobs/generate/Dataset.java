package org.tidemark.jobs.generate;

import java.util.List;
import java.util.Locale;

/** A kind of report that a site owes for each quarter. */
enum Dataset {
  WORKFORCE(15, "XLSX", "workforce_snapshot.xlsx", "workforce_snapshot"),
  PATHOLOGY(60, "CSV", "path_specimen-%d.csv", "path_specimen"),
  TUMOUR_BOARD(30, "CSV", "tb_meeting.csv", "tb_meeting", "tb_case"),
  MEDICINES(15, "JSON", "medicine_stock.json", "medicine_stock"),
  TRAINING(30, "CSV", "trainee_episode.csv", "trainee_episode", "trainee_followup"),
  CARE(60, "CSV", "care_pathway.csv", "care_pathway");

  private final int timelyDays;
  private final String format;
  private final String file;
  private final List<String> tables;

  Dataset(int timelyDays, String format, String file, String... tables) {
    this.timelyDays = timelyDays;
    this.format = format;
    this.file = file;
    this.tables = List.of(tables);
  }

  /** Days after the end of the quarter within which the report is on time. */
  int timelyDays() {
    return timelyDays;
  }

  String format() {
    return format;
  }

  /** The file its first table's rows of a year stand in. */
  String file(int year) {
    return String.format(Locale.ROOT, file, year);
  }

  List<String> tables() {
    return tables;
  }
}
